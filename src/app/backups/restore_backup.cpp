#include "app/backups/restore_backup.hpp"

#include <algorithm>
#include <map>

#include "app/audit.hpp"
#include "app/opening.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::app {
namespace {

namespace fs = std::filesystem;

db::Engine engine_of(const Manifest& manifest)
{
    if (manifest.engine == "sqlite") return db::Engine::sqlite;
    if (manifest.engine == "postgres") return db::Engine::postgres;
    throw std::runtime_error("a backup of an engine this meadow does not know: " + manifest.engine);
}

void expect_place(const Config& config, const Manifest& manifest)
{
    if (fs::exists(config.data) && !fs::is_empty(config.data))
        throw std::runtime_error(config.data + " is not empty; restore into a place of its own");
    const bool wants_server = engine_of(manifest) == db::Engine::postgres;
    if (wants_server && config.database_url.empty())
        throw std::runtime_error(
            "this backup is of a PostgreSQL database; name an empty one to restore into: MEADOW_DATABASE_URL=postgresql://…");
    if (!wants_server && !config.database_url.empty() && !db::take_census(database_of(config)).empty())
        throw std::runtime_error("the PostgreSQL database is not empty; move into a new one");
}

[[noreturn]] void not_proved(const std::vector<std::string>& faults)
{
    std::string all = "the restored town is not what it was:";
    for (std::size_t i = 0; i < std::min<std::size_t>(faults.size(), 20); ++i) all += "\n  " + faults[i];
    throw std::runtime_error(all);
}

void prove_rows(const db::Census& expected, const db::Options& options)
{
    std::vector<std::string> faults = db::integrity_faults(options);
    std::map<std::string, std::int64_t> there;
    for (const db::TableRows& table : db::take_census(options)) there[table.table] = table.rows;
    for (const db::TableRows& table : expected)
        if (const std::int64_t rows = there[table.table]; rows != table.rows)
            faults.push_back(table.table + " has " + std::to_string(rows) + " rows, not " + std::to_string(table.rows));
    if (!faults.empty()) not_proved(faults);
}

// Returns the number of the books' entries.
std::int64_t prove_sense(const Manifest& manifest, db::Database& database, const fs::path& data)
{
    const auto connection = database.open_reader(db::Home::main);
    connection->begin_read();
    db::ReadTx tx(*connection);
    std::vector<std::string> faults = audit_faults(tx);
    for (const std::string& name : audit_media(tx, blobs::Store(data / "media")).some_missing) {
        const auto& missing = manifest.media.missing;
        if (std::find(missing.begin(), missing.end(), name) == missing.end())
            faults.push_back("an upload's file is missing: " + name);
    }
    if (!faults.empty()) not_proved(faults);
    const std::int64_t entries = trading::check_books(tx).entries;
    connection->commit();
    return entries;
}

void copy_files(const fs::path& backup, const fs::path& to)
{
    fs::create_directories(to);
    for (const char* const own : {"meadow.toml", "words.txt"})
        if (fs::exists(backup / own)) fs::copy_file(backup / own, to / own);
    if (fs::exists(backup / "media")) fs::copy(backup / "media", to / "media", fs::copy_options::recursive);
}

// What a copy of SQLite holds, as PostgreSQL counts it: one store, and a book of migrations of its own.
db::Census census_on_server(const db::Options& sqlite)
{
    constexpr std::string_view events = "events.", book = "db_migrations";
    db::Census out;
    for (db::TableRows& table : db::take_census(sqlite)) {
        if (table.table.starts_with(events)) table.table.erase(0, events.size());
        if (table.table != book) out.push_back(std::move(table));
    }
    return out;
}

// From SQLite to PostgreSQL: made whole on SQLite first, by the way that every backup goes, then carried over.
std::size_t move_to_server(const fs::path& backup, const Manifest& manifest, const Config& config, Opening& server)
{
    const fs::path aside = fs::path(config.data) / "moving";
    Config embedded = config;
    embedded.database_url.clear();
    embedded.data = aside;
    db::put_copy(database_of(embedded), backup);
    prove_rows(manifest.rows, database_of(embedded));
    const std::size_t migrations = Opening(embedded).bring_up_to_date(Opening::Backup::not_needed);
    server.bring_up_to_date(Opening::Backup::not_needed);
    db::carry_over(database_of(config), aside);
    prove_rows(census_on_server(database_of(embedded)), database_of(config));
    fs::remove_all(aside);
    return migrations;
}

Restored make_town(const fs::path& backup, const Manifest& manifest, const Config& config)
{
    const db::Options options = database_of(config);
    Restored restored{manifest, 0, 0};
    copy_files(backup, config.data);
    if (engine_of(manifest) == db::Engine::sqlite && !config.database_url.empty()) {
        Opening opening(config);
        restored.migrations = move_to_server(backup, manifest, config, opening);
        restored.entries = prove_sense(manifest, opening.database(), config.data);
        return restored;
    }
    db::put_copy(options, backup);
    prove_rows(manifest.rows, options);
    Opening opening(config);
    restored.migrations = opening.bring_up_to_date(Opening::Backup::not_needed);
    restored.entries = prove_sense(manifest, opening.database(), config.data);
    return restored;
}

}  // namespace

Manifest verify_backup(const fs::path& backup)
{
    Manifest manifest = read_manifest(backup);
    const auto known = db::known_migrations(all_migrations(), engine_of(manifest));
    for (const std::string& step : manifest.schema)
        if (!std::binary_search(known.begin(), known.end(), step))
            throw std::runtime_error("this backup was made by a newer meadow: it has " + step + ", which this one does not know");
    verify_files(manifest, backup);
    return manifest;
}

Restored restore_backup(const fs::path& backup, const Config& config)
{
    const Manifest manifest = verify_backup(backup);
    expect_place(config, manifest);
    Config staged = config;
    staged.data = config.data + ".part";
    fs::remove_all(staged.data);
    try {
        Restored restored = make_town(backup, manifest, staged);
        fs::rename(staged.data, config.data);
        return restored;
    } catch (const std::exception& broken) {
        std::error_code ignored;
        fs::remove_all(staged.data, ignored);
        if (config.database_url.empty()) throw;
        throw std::runtime_error(std::string(broken.what()) +
                                 "\nIf the PostgreSQL database has tables now, drop and make it anew before the next try");
    }
}

}  // namespace meadow::app
