// Rows a second of `meadow import`, by kind of file, its news delivered; made-up rows, written beside the build. A town: for every
// million of likes and views 250,000 comments, 60,000 notes and 20,000 people. The figure of notes contains the painting of 48 covers,
// ten seconds of a core whatever the town's size.
//   bench_import [--rows=1000000] [--covers=48] [--on=both] [--json]      --on=sqlite, postgres ($MEADOW_TEST_POSTGRES), or both
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/import/importer.hpp"
#include "corpus.hpp"
#include "kit_day.hpp"
#include "kit_figures.hpp"
#include "kit_load.hpp"
#include "kit_numbers.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {


std::string quoted(std::string text)
{
    for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2) text.insert(at, 1, '"');
    return '"' + text + '"';
}

void write_files(const std::string& directory, int rows, const std::vector<std::string>& texts)
{
    const int people = rows / 50, notes = rows / 50 * 3;
    Numbers numbers;
    const auto any = [&](int count) { return std::to_string(numbers.below(std::size_t(count))); };
    std::ofstream out(directory + "/people.csv");
    out << "id,name\n";
    for (int i = 0; i < people; ++i) out << 'p' << i << ",名字" << i << '\n';
    out = std::ofstream(directory + "/notes.csv");
    out << "id,author,title,text\n";
    for (int i = 0; i < notes; ++i) {
        const std::string& text = texts[numbers.below(texts.size())];
        out << 'n' << i << ",p" << any(people) << ',' << quoted(cut(text, 20)) << ',' << quoted(cut(text, 200)) << '\n';
    }
    out = std::ofstream(directory + "/comments.csv");
    out << "id,note,author,text\n";
    for (int i = 0; i < rows / 4; ++i) out << 'c' << i << ",n" << any(notes) << ",p" << any(people) << ',' << quoted(cut(texts[numbers.below(texts.size())], 60)) << '\n';
    out = std::ofstream(directory + "/interactions.csv");
    out << "kind,person,target,at\n";
    for (int i = 0; i < rows; ++i) out << (i % 4 == 0 ? "like" : "view") << ",p" << any(people) << ",n" << any(notes) << ",2026-01-05T10:00:00Z\n";
}

void measure(Report& report, const std::string& directory, const BenchTown::Options& options, int covers, const std::string& where)
{
    BenchTown town(options);
    app::ImportOptions choice;
    choice.reports = directory;
    choice.covers = covers;
    app::Importer importer(town.meadow(), choice, [](const app::Progress&) {});
    double all = 0, seconds = 0;
    for (const std::string& path : app::Importer::in_order({directory})) {
        const double cpu = cpu_seconds_of_process();
        const auto began = std::chrono::steady_clock::now();
        const app::Tally tally = importer.read(path);
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        all += double(tally.rows());
        seconds += took;
        report.tell({"import of " + std::filesystem::path(path).stem().string() + where, double(tally.rows()) / took, "rows/s", 20'000, "goal", "empty",
                     (cpu_seconds_of_process() - cpu) * 1e6 / double(tally.rows())});
    }
    report.tell({"import of all" + where, all / seconds, "rows/s", 20'000, "goal", "empty"});
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const std::string directory = std::filesystem::current_path().string() + "/bench-import";
    std::filesystem::remove_all(directory);
    std::filesystem::create_directories(directory);
    const char* data = std::getenv("MEADOW_SHARED_DATA");
    write_files(directory, std::stoi(report.value_of("--rows", "1000000")), ::bench::corpus(data != nullptr ? data : "../shared/data").documents);
    const int covers = std::stoi(report.value_of("--covers", "48"));
    const std::string on = report.value_of("--on", "both");
    const char* server = std::getenv("MEADOW_TEST_POSTGRES");
    if (on != "postgres") measure(report, directory, {}, covers, "");
    if (on != "sqlite" && server != nullptr) measure(report, directory, {.database_url = server}, covers, " on PostgreSQL");
    std::filesystem::remove_all(directory);
    return 0;
}
