#pragma once
#include "app/backups/manifest.hpp"
#include "app/config.hpp"
#include "db/migrate.hpp"

namespace meadow::app {

struct Restored {
    Manifest manifest;
    std::size_t migrations = 0;  // that were applied because the backup is older than this binary
    std::int64_t entries = 0;    // of the books, which balance
};

// Whether this binary can make use of a backup: nothing of it is missing or changed, and its schema is not a newer one. Throws
// std::runtime_error with what is wrong.
Manifest verify_backup(const std::filesystem::path& backup);

// Makes a town of a backup and proves it: as many rows in every table, sound database files, books that balance, stock and counters
// that add up, every upload's files. The configured data directory must be empty or not there; it appears when all is proved. On
// PostgreSQL the configured database must be without tables; when a proof fails after it was filled, the message says so. A backup of
// SQLite may go into PostgreSQL, too: so a town moves there. The way back does not exist.
// A backup that is older than this binary is brought up to date, one that is newer is refused. Throws std::runtime_error or
// db::Fault.
Restored restore_backup(const std::filesystem::path& backup, const Config&);

}  // namespace meadow::app
