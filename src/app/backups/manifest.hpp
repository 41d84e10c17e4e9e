// A backup is a directory:
//
//     manifest.json             what is in it; written last, so a directory without one is no backup
//     meadow.db  events.db      SQLite: a snapshot of each file        or  meadow.pgdump   PostgreSQL: pg_dump in custom format
//     media/ab/cd/<sha256>.ext  the uploads; a file's name is its checksum
//     meadow.toml  words.txt    of the data directory, when they are there
//
// It holds password hashes and keys: nobody but its owner may read it.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "db/copies.hpp"

namespace meadow::app {

struct KeptFile {
    std::string path;  // within the backup
    std::int64_t bytes = 0;
    std::string sha256;
};
BOOST_DESCRIBE_STRUCT(KeptFile, (), (path, bytes, sha256))

struct KeptMedia {
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    std::vector<std::string> missing;  // files of uploads that were not there to be kept
};
BOOST_DESCRIBE_STRUCT(KeptMedia, (), (files, bytes, missing))

struct Manifest {
    std::int64_t format = 1;
    Instant taken_at;
    std::string engine;               // sqlite, postgres
    std::vector<std::string> schema;  // the migrations that were applied: "trading/1_orders"
    std::vector<KeptFile> files;      // all but the media
    KeptMedia media;
    db::Census rows;  // of every table in the copy
};
BOOST_DESCRIBE_STRUCT(Manifest, (), (format, taken_at, engine, schema, files, media, rows))

// The manifest of a backup. Throws std::runtime_error when there is none or it cannot be understood.
Manifest read_manifest(const std::filesystem::path& backup);
// Durable before it returns.
void write_manifest(const Manifest&, const std::filesystem::path& backup);

// Size and checksum of one file.
KeptFile keep_file(const std::filesystem::path& backup, const std::string& path);
// Throws std::runtime_error naming the first file that is missing, too many, or not what it was.
void verify_files(const Manifest&, const std::filesystem::path& backup);

// Lower-case hexadecimal SHA-256 of a file. Throws std::runtime_error when it cannot be read.
std::string sha256_of(const std::filesystem::path&);

}  // namespace meadow::app
