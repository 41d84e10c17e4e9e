// Reads a CSV or JSONL file row by row into a described struct, in the memory of one row. Each column or member must be one the
// struct has; those that are optional may be absent or empty.
#pragma once
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "text/csv.hpp"

namespace meadow::app {

struct Rejection {
    std::uint64_t line = 0;
    std::string column;       // empty: the whole row
    std::string reason;
};

struct FilePlace {
    std::uint64_t bytes = 0;  // read so far
    std::uint64_t lines = 0;
};

class RowReader {
public:
    enum class Step { row, rejected, end };

    // Throws std::runtime_error when the file cannot be read, is in UTF-16, or its header names a column that `type` has not or lacks
    // one that it needs. A file that ends in .jsonl or .ndjson has a JSON object a line, any other is CSV.
    RowReader(const std::string& path, const TypeInfo& type);

    // Goes on where an earlier reading of the same file stood.
    void go_on_at(FilePlace);
    // `row`: `into`, which must be fresh, is filled. `rejected`: rejections() says why.
    Step next(void* into);

    const std::vector<Rejection>& rejections() const { return rejections_; }
    std::uint64_t line() const { return line_; }      // on which the last row began, from 1
    FilePlace place() const { return place_; }        // up to the end of the last row
    std::uint64_t size() const { return size_; }      // of the file, in bytes
    // Of the file's size and its first 64 KiB.
    std::int64_t fingerprint() const { return fingerprint_; }

private:
    void read_header();
    Step next_csv(void* into);
    Step next_json(void* into);
    void reject(std::string column, std::string reason) { rejections_.push_back({line_, std::move(column), std::move(reason)}); }

    const std::string path_;
    const TypeInfo& type_;
    const bool json_;
    std::ifstream in_;
    std::uint64_t size_ = 0;
    std::int64_t fingerprint_ = 0;
    std::unique_ptr<lang::CsvReader> csv_;
    std::vector<const Member*> columns_;
    FilePlace base_, place_;
    std::uint64_t line_ = 0;
    std::vector<Rejection> rejections_;
};

}  // namespace meadow::app
