// A CSV file that somebody uploads, of which every row is a wish of its own: one bad row hurts no other.
#pragma once
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"

namespace meadow::lang {

constexpr int most_batch_rows = 500;

struct RejectedRow {
    std::int64_t line = 0;     // of the file, from 1
    std::string code;          // of the refusal, "base.bad_input"
    std::string why;           // what is wrong, in English
};
BOOST_DESCRIBE_STRUCT(RejectedRow, (), (line, code, why))

struct BatchReport {
    std::int64_t done = 0;     // rows
    std::vector<RejectedRow> rejected;
};
BOOST_DESCRIBE_STRUCT(BatchReport, (), (done, rejected))

struct BatchRow {
    std::int64_t line = 0;
    std::vector<std::string> cells;        // of the required columns, then of the optional ones; empty where a column is missing
};

struct Batch {
    std::vector<BatchRow> rows;
    std::vector<RejectedRow> rejected;
};

// Reads a CSV upload with a head line; columns may stand in any order, others are passed over. Refuses with `not_a_batch` what has
// no head line, lacks a required column or is longer than most_batch_rows.
Result<Batch> read_batch(const Upload&, const RefusalKind& not_a_batch, const std::vector<std::string>& required,
                         const std::vector<std::string>& optional);
RejectedRow rejected(std::int64_t line, const Refusal&);

}  // namespace meadow::lang
