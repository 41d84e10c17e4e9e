#pragma once
#include "jobs/context.hpp"

namespace meadow::fulfilment {

constexpr int most_batch_rows = 500;

struct ShipBatch {
    ShopId shop;
    Upload file;               // CSV with the columns order, carrier, waybill; each row ships what has not left yet
};
BOOST_DESCRIBE_STRUCT(ShipBatch, (), (shop, file))

struct RejectedRow {
    std::int64_t line = 0;     // of the file, from 1
    std::string why;
};
BOOST_DESCRIBE_STRUCT(RejectedRow, (), (line, why))

struct BatchReport {
    std::int64_t done = 0;
    std::vector<RejectedRow> rejected;
};
BOOST_DESCRIBE_STRUCT(BatchReport, (), (done, rejected))

struct BatchRow {
    std::int64_t line = 0;
    std::vector<std::string> cells;        // in the order of the columns asked for
};

struct Batch {
    std::vector<BatchRow> rows;
    std::vector<RejectedRow> rejected;
};

// Reads a CSV upload with a head line; columns may stand in any order, others are passed over.
Result<Batch> read_batch(const Upload&, const std::vector<std::string>& required, const std::vector<std::string>& optional);

Result<Batch> prepare_ship_batch(ReadCtx&, const ShipBatch&);
// One bad row hurts no other.
Result<BatchReport> ship_batch(WriteCtx&, const ShipBatch&, const Batch&);

}  // namespace meadow::fulfilment
