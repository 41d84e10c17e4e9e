// An opened database: where connections come from. Two engines, and for SQLite two files: the main one and one for the
// high-volume events (views, impressions), which has its own lane so that neither waits for the other's disk.
#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "db/connection.hpp"

namespace meadow::db {

// Which of the two stores a table lives in. On PostgreSQL both are the same database, with separate lanes.
enum class Home : std::uint8_t { main, events };

struct Options {
    // "sqlite:DIR" keeps meadow.db and events.db in DIR;
    // "postgresql://…" (or any libpq connection string starting with "host=" or "dbname=") is a PostgreSQL server.
    std::string url;
    std::string schema;                               // PostgreSQL only: search_path, for tests that share a cluster
    std::chrono::microseconds commit_delay{0};        // an artificial slow disk, for bench and tests
};

class Database {
public:
    virtual ~Database() = default;
    virtual Engine engine() const = 0;
    // One writer at a time exists per SQLite store; readers may be many. PostgreSQL makes no difference.
    virtual std::unique_ptr<Connection> open_writer(Home) = 0;
    virtual std::unique_ptr<Connection> open_reader(Home) = 0;
    // Moves the WAL back into the database file; called from a thread of its own. No-op on PostgreSQL.
    virtual void checkpoint() = 0;
    // A consistent copy while others write (SQLite: the online backup API, into `to/meadow.db` and `to/events.db`;
    // PostgreSQL: pg_dump in custom format). Throws Fault.
    virtual void backup(const std::filesystem::path& to) = 0;
};

std::unique_ptr<Database> open(const Options&);
std::unique_ptr<Database> open_sqlite(const Options&);
std::unique_ptr<Database> open_postgres(const Options&);

}  // namespace meadow::db
