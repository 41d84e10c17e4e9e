#pragma once
#include "http/message.hpp"
#include "modules/fulfilment/parcels/ship_batch.hpp"

namespace meadow::fulfilment {

struct ExportStock {
    ShopId shop;
    std::optional<std::string> cursor;            // of the part before, from its X-Next-Cursor header
};
BOOST_DESCRIBE_STRUCT(ExportStock, (), (shop, cursor))

// Stock as CSV, at most 10,000 rows a part: sku, warehouse, available, held, sold, total, version. It can be changed and sent back.
Result<http::Response> export_stock(ReadCtx&, const ExportStock&);

struct StockBatch {
    ShopId shop;
    Upload file;   // CSV: sku and, as needed, warehouse; either `change`, or `total` with `version`. Other columns are passed over.
};
BOOST_DESCRIBE_STRUCT(StockBatch, (), (shop, file))

Result<Batch> prepare_set_stock_batch(ReadCtx&, const StockBatch&);
// One bad row hurts no other.
Result<BatchReport> set_stock_batch(WriteCtx&, const StockBatch&, const Batch&);

}  // namespace meadow::fulfilment
