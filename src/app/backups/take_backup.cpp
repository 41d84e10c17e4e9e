#include "app/backups/take_backup.hpp"

#include "app/audit.hpp"
#include "db/migrate.hpp"

namespace meadow::app {
namespace {

namespace fs = std::filesystem;

KeptMedia copy_media(const fs::path& data, const fs::path& to, MediaCopies how)
{
    KeptMedia kept;
    if (!fs::exists(data / "media")) return kept;
    const blobs::Store store(data / "media");
    store.list([&](const blobs::Entry& entry) {
        const fs::path target = to / "media" / entry.name;
        fs::create_directories(target.parent_path());
        std::error_code error;
        if (how == MediaCopies::shared) fs::create_hard_link(store.path_of(entry.name), target, error);
        if (how == MediaCopies::own || error) fs::copy_file(store.path_of(entry.name), target, error);
        if (error == std::errc::no_such_file_or_directory) return;  // no upload's: it was swept meanwhile
        if (error) throw std::runtime_error("cannot copy " + entry.name + ": " + error.message());
        ++kept.files;
        kept.bytes += std::int64_t(entry.size);
    });
    return kept;
}

std::vector<std::string> missing_media(db::Database& database, const fs::path& data)
{
    const auto connection = database.open_reader(db::Home::main);
    connection->begin_read();
    db::ReadTx tx(*connection);
    auto audit = audit_media(tx, blobs::Store(data / "media"));
    connection->commit();
    return std::move(audit.some_missing);
}

Manifest copy_town(const BackupOrder& order, const fs::path& to, const jobs::Clock& clock)
{
    const auto database = db::open(order.database);
    Manifest manifest;
    manifest.taken_at = clock.now();
    manifest.engine = database->engine() == db::Engine::sqlite ? "sqlite" : "postgres";
    manifest.schema = db::applied_migrations(*database);
    if (manifest.schema.empty()) throw std::runtime_error("there is no town to back up");
    const auto missing = missing_media(*database, order.data);
    manifest.rows = db::take_copy(order.database, to);
    manifest.media = copy_media(order.data, to, order.media);
    manifest.media.missing = missing;
    std::vector<std::string> names = db::copy_names(database->engine());
    for (const char* const own : {"meadow.toml", "words.txt"})
        if (fs::exists(order.data / own)) {
            fs::copy_file(order.data / own, to / own);
            names.emplace_back(own);
        }
    for (const std::string& name : names) manifest.files.push_back(keep_file(to, name));
    return manifest;
}

}  // namespace

Manifest take_backup(const BackupOrder& order, const jobs::Clock& clock)
{
    if (fs::exists(order.to) && !fs::is_empty(order.to)) throw std::runtime_error(order.to.string() + " is not empty");
    const fs::path part = order.to.string() + ".part";
    fs::remove_all(part);
    fs::create_directories(part);
    try {
        const Manifest manifest = copy_town(order, part, clock);
        write_manifest(manifest, part);
        fs::rename(part, order.to);
        return manifest;
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(part, ignored);
        throw;
    }
}

}  // namespace meadow::app
