// app_import_ids and app_import_files (home: the source).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/migrate.hpp"
#include "db/tx.hpp"

namespace meadow::app {

extern const std::vector<db::Migration> schema;

enum class Kind : std::uint8_t { person, shop, product, note, comment, view };
BOOST_DESCRIBE_ENUM(Kind, person, shop, product, note, comment, view)

namespace store {

struct KnownName {
    std::int64_t name_hash = 0;
    std::string name;
    std::int64_t id = 0;
    std::int64_t content_hash = 0;
};
BOOST_DESCRIBE_STRUCT(KnownName, (), (name_hash, name, id, content_hash))
struct NameHash {
    std::int64_t name_hash = 0;
};
BOOST_DESCRIBE_STRUCT(NameHash, (), (name_hash))
// In no particular order.
std::vector<KnownName> find_names(db::ReadTx&, std::string_view source, Kind, const std::vector<NameHash>&);
void insert_names(db::Tx&, std::string_view source, Kind, const std::vector<KnownName>&);
// Those that were not there, by their hashes.
std::vector<std::int64_t> insert_fresh_names(db::Tx&, std::string_view source, Kind, const std::vector<KnownName>&);
void set_content_hash(db::Tx&, std::string_view source, Kind, std::int64_t name_hash, std::int64_t content_hash);

// Tells the engine how large its tables have become. PostgreSQL keeps the plans it made while they were empty until somebody does.
void measure_tables(db::Tx&);

struct ReadFile {
    std::int64_t fingerprint = 0;
    std::int64_t read_bytes = 0, read_lines = 0, report_bytes = 0;
    std::int64_t entered = 0, updated = 0, unchanged = 0, rejected = 0;
    bool finished = false;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ReadFile, (), (fingerprint, read_bytes, read_lines, report_bytes, entered, updated, unchanged, rejected, finished, at))
std::optional<ReadFile> find_file(db::ReadTx&, std::string_view source, std::string_view file);
void put_file(db::Tx&, std::string_view source, std::string_view file, const ReadFile&);

}  // namespace store
}  // namespace meadow::app
