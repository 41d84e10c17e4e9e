// Imports files one after the other: rows are read in batches, each batch is entered in one transaction together with how far the
// file has been read, so that a crash at any moment loses nothing and doubles nothing. Memory is one batch, whatever the files.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/import/desk.hpp"
#include "app/wiring.hpp"

namespace meadow::app {

struct ImportOptions {
    std::string source = "import";       // names in the files are known by it: two shops' "item 1" are two things
    std::string reports;                 // directory of the reports of rejected rows
    bool dry = false;
    int covers = 48;                     // painted for rows without pictures
};

struct Progress {
    std::string file;
    std::uint64_t bytes = 0, size = 0;
    Tally tally;
    bool finished = false;
};

class Importer {
public:
    Importer(Meadow&, ImportOptions, std::function<void(const Progress&)> tell);

    // Those of a directory that can be imported, or the files given, in the order in which one needs the other. A file is what its name
    // begins with: people, shops, products, notes, comments, interactions; .csv, .jsonl or .ndjson. Throws std::runtime_error for others.
    static std::vector<std::string> in_order(const std::vector<std::string>& paths);

    // Goes on where an import of the same file was interrupted. Throws std::runtime_error when the file as a whole cannot be read.
    Tally read(const std::string& path);
    // Where the rejected rows of a file are told, one a line: line, column, reason.
    std::string report_of(const std::string& path) const;

private:
    template <class Row>
    Tally read_rows(const std::string& path, void (*enter)(Desk&, Rows<Row>), std::size_t most);

    Meadow& meadow_;
    const ImportOptions options_;
    const std::function<void(const Progress&)> tell_;
    Pretended pretended_;
    RememberedNames remembered_;
};

}  // namespace meadow::app
