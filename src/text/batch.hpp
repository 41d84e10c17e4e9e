// A CSV file that somebody uploads, of which every row is a wish of its own: one bad row hurts no other.
#pragma once
#include <span>
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

// What became of a batch: of every row, whether it was done or why not.
struct BatchReport {
    std::int64_t done = 0;     // rows
    std::vector<RejectedRow> rejected;   // in the order of the file once it is complete

    BatchReport() = default;
    explicit BatchReport(const Batch& batch) : rejected(batch.rejected) {}   // those that could not be read

    void reject(std::int64_t line, const Refusal& no) { rejected.push_back(lang::rejected(line, no)); }
    // These lines were one wish: done or refused together.
    template <class Outcome>
    void tell(std::span<const std::int64_t> lines, const Outcome& outcome)
    {
        if (outcome.ok()) done += std::int64_t(lines.size());
        else
            for (const std::int64_t line : lines) reject(line, outcome.refusal());
    }
    BatchReport& complete();
};
BOOST_DESCRIBE_STRUCT(BatchReport, (), (done, rejected))

// The report of a batch whose rows are tried one by one: `attempt(row)` answers with a Result or Done.
template <class Attempt>
BatchReport try_each(const Batch& batch, Attempt&& attempt)
{
    BatchReport report(batch);
    for (const BatchRow& row : batch.rows) report.tell({&row.line, 1}, attempt(row));
    return report.complete();
}

}  // namespace meadow::lang
