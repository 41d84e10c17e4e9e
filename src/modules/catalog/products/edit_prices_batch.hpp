#pragma once
#include "http/message.hpp"
#include "jobs/context.hpp"
#include "modules/catalog/shops/model.hpp"
#include "text/batch.hpp"

namespace meadow::catalog {

struct ExportPrices {
    ShopId shop;
    std::optional<std::string> cursor;   // of the part before, from its X-Next-Cursor header
};
BOOST_DESCRIBE_STRUCT(ExportPrices, (), (shop, cursor))

// Prices as CSV, of 200 products a part, the newest first: sku, title, spec, price, market_price, in yuan. Where a change waits for
// review they are the change's. The file can be changed and sent back.
Result<http::Response> export_prices(ReadCtx&, const ExportPrices&);

struct PricesBatch {
    ShopId shop;
    Upload file;   // CSV: sku, price and, as needed, market_price (empty: stays), in yuan with at most two decimals
};
BOOST_DESCRIBE_STRUCT(PricesBatch, (), (shop, file))

Result<lang::Batch> prepare_edit_prices_batch(ReadCtx&, const PricesBatch&);
// The rows of one product stand or fall together, as one edit of it (edit_prices); those of others are not hurt.
Result<lang::BatchReport> edit_prices_batch(WriteCtx&, const PricesBatch&, const lang::Batch&);

}  // namespace meadow::catalog
