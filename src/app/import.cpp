// meadow import: reads people, shops, products, notes, comments and interactions from CSV and JSONL files (docs/import.md).
#include <unistd.h>

#include <cstdio>

#include "app/commands.hpp"
#include "app/import/importer.hpp"
#include "app/opening.hpp"

namespace meadow::app {
namespace {

struct Choice {
    std::string file, data, source = "import", reports;
    std::vector<std::string> paths;
    bool dry = false;
    int covers = 48;
};

std::string described(const Progress& p)
{
    return std::to_string(p.tally.entered) + " entered, " + std::to_string(p.tally.updated) + " updated, " + std::to_string(p.tally.unchanged) +
           " as before, " + std::to_string(p.tally.rejected) + " rejected";
}

// A bar on a terminal; elsewhere a line for each batch, which a program can follow.
class Bar {
public:
    explicit Bar(const jobs::Clock& clock) : clock_(clock), terminal_(isatty(STDOUT_FILENO) == 1) {}

    void show(const Progress& p)
    {
        if (p.file != file_) {
            file_ = p.file;
            began_ = clock_.now();
            rows_ = 0;
        }
        const double part = p.size > 0 ? double(p.bytes) / double(p.size) : 1;
        const double seconds = double((clock_.now() - began_).count()) / 1e6;
        if (rows_ == 0) rows_ = p.tally.rows();   // what was there before, and the first batch, whose time is not known
        const double rate = seconds > 0 ? double(p.tally.rows() - rows_) / seconds : 0;
        const int filled = int(part * width);
        std::printf("%s%-24s [%s%s] %3.0f %%  %8.0f rows/s  %s%s", terminal_ ? "\r" : "", p.file.c_str(), std::string(std::size_t(filled), '#').c_str(),
                    std::string(std::size_t(width - filled), '.').c_str(), part * 100, rate, described(p).c_str(), terminal_ && !p.finished ? "" : "\n");
        std::fflush(stdout);
    }

private:
    static constexpr int width = 24;
    const jobs::Clock& clock_;
    const bool terminal_;
    std::string file_;
    Instant began_;
    std::int64_t rows_ = 0;
};

void import_files(const Choice& choice)
{
    const Config config = load_config(choice.file, choice.data);
    const auto files = Importer::in_order(choice.paths);
    if (files.empty()) throw std::runtime_error("there is nothing to import there");
    Opening opening(config);
    opening.bring_up_to_date();
    Parts parts = opening.parts();
    parts.answers = false;
    Meadow meadow(parts, opening.database(), opening.clock(), opening.dice());
    Bar bar(opening.clock());
    ImportOptions options;
    options.source = choice.source;
    options.reports = choice.reports.empty() ? config.data + "/imports" : choice.reports;
    options.dry = choice.dry;
    options.covers = choice.covers;
    Importer importer(meadow, options, [&](const Progress& p) { bar.show(p); });
    bool whole = true;
    for (const std::string& path : files) {
        const Tally tally = importer.read(path);
        if (tally.rejected == 0) continue;
        whole = false;
        std::printf("%lld rows of %s were rejected; which and why is in %s\n", static_cast<long long>(tally.rejected), path.c_str(),
                    importer.report_of(path).c_str());
    }
    if (choice.dry) std::printf("Nothing was written: this was a dry run%s\n", whole ? " and every row fits" : "");
}

}  // namespace

void add_import(Word line)
{
    auto choice = std::make_shared<Choice>();
    Word command = line.word("import", "Import people, shops, products, notes, comments and interactions (docs/import.md)");
    command.takes_paths("paths", choice->paths, "Files, or a directory of them");
    command.takes("--config", choice->file, "TOML file");
    command.takes("--data", choice->data, "Data directory");
    command.takes("--source", choice->source, "What the names in the files are known by; \"item 1\" of another source is another item");
    command.takes("--reports", choice->reports, "Where rejected rows are told (default: DATA/imports)");
    command.takes("--covers", choice->covers, "How many covers are painted for rows without pictures; 0: such rows are rejected", 0, 1000);
    command.allows("--dry-run", choice->dry, "Check every row and write nothing");
    command.runs([choice] { import_files(*choice); });
}

}  // namespace meadow::app
