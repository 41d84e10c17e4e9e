// meadow backup and meadow restore.
#include <cstdio>

#include "app/backups/restore_backup.hpp"
#include "app/backups/take_backup.hpp"
#include "app/commands.hpp"
#include "app/opening.hpp"
#include "app/visit.hpp"

namespace meadow::app {
namespace {

struct Choice {
    std::string file, data, place;
    bool only_check = false;
};

std::int64_t sum(const db::Census& census)
{
    std::int64_t rows = 0;
    for (const db::TableRows& table : census) rows += table.rows;
    return rows;
}

void tell(const Manifest& manifest)
{
    std::printf("%s, %zu migrations, %lld rows in %zu tables, %lld media files (%lld MB)\n", manifest.engine.c_str(),
                manifest.schema.size(), static_cast<long long>(sum(manifest.rows)), manifest.rows.size(),
                static_cast<long long>(manifest.media.files), static_cast<long long>(manifest.media.bytes >> 20));
    if (!manifest.media.missing.empty())
        std::printf("warning: %zu files of uploads were not there to be kept; meadow doctor names them\n",
                    manifest.media.missing.size());
}

void back_up(const Choice& choice)
{
    const Config config = load_config(choice.file, choice.data);
    expect_town(config);
    const jobs::SystemClock clock;
    const Manifest manifest = take_backup({database_of(config), config.data, choice.place, MediaCopies::own}, clock);
    std::printf("The town is in %s: ", choice.place.c_str());
    tell(manifest);
}

void restore(const Choice& choice)
{
    if (choice.only_check) {
        const Manifest manifest = verify_backup(choice.place);
        std::printf("%s of %s is whole: ", choice.place.c_str(), text(manifest.taken_at).c_str());
        tell(manifest);
        return;
    }
    const Config config = load_config(choice.file, choice.data);
    const Restored restored = restore_backup(choice.place, config);
    std::printf("The town of %s is in %s: ", text(restored.manifest.taken_at).c_str(), config.data.c_str());
    tell(restored.manifest);
    if (restored.migrations > 0) std::printf("Its schema was older; %zu migrations were applied\n", restored.migrations);
    if (restored.manifest.engine == "sqlite" && !config.database_url.empty())
        std::printf("It has moved to PostgreSQL. Serve it with the same database_url; the town that was backed up is as it was\n");
    std::printf("Proved: rows, database files, %lld entries of the books, stock, counters, media\n",
                static_cast<long long>(restored.entries));
}

}  // namespace

void add_backup(Word line)
{
    auto choice = std::make_shared<Choice>();
    Word command = line.word("backup", "Copy the town, database and media, while it is served or not");
    command.takes("to", choice->place, "A directory that is empty or not there");
    command.takes("--config", choice->file, "TOML file");
    command.takes("--data", choice->data, "Data directory");
    command.runs([choice] { back_up(*choice); });
}

void add_restore(Word line)
{
    auto choice = std::make_shared<Choice>();
    Word command = line.word("restore", "Make a town of a backup, or move a backup of SQLite to PostgreSQL, and prove that it is what it was");
    command.takes("from", choice->place, "A backup");
    command.takes("--config", choice->file, "TOML file");
    command.takes("--data", choice->data, "Data directory, empty or not there");
    command.allows("--check", choice->only_check, "Only check that the backup is whole and not too new");
    command.runs([choice] { restore(*choice); });
}

}  // namespace meadow::app
