// The schema: numbered scripts embedded in the binary, one list per module, applied in the order of the module line.
#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace meadow::db {

// One file schema/NNNN_name[.events][.sqlite|.postgres].sql
struct Migration {
    std::string_view module;
    int number;
    std::string_view name;
    Home home;
    std::optional<Engine> only;   // a pair only where the engines must differ
    std::string_view text;
};

struct MigrationReport {
    std::vector<std::string> applied;  // "trading/0001_orders"
    bool created = false;              // the database was empty before
};

// Applies what is missing, each script in its own transaction, and records it with a checksum. Throws Fault when a script that
// was applied has changed since, or when the database holds migrations this binary does not know (it was made by a newer one).
// `before_change` runs once before the first change to a database that is not empty: the place to take a backup.
// In scripts, `@clustered` ends a CREATE TABLE whose rows should be kept in key order (WITHOUT ROWID in SQLite).
MigrationReport migrate(Database&, std::span<const Migration>, const std::function<void()>& before_change = {});

// True when there is something to apply.
bool needs_migration(Database&, std::span<const Migration>);

}  // namespace meadow::db
