#pragma once
#include "jobs/context.hpp"
#include "modules/fulfilment/stock/model.hpp"

namespace meadow::fulfilment {

inline constexpr std::int64_t most_pieces = 100'000'000;

struct SetStock {
    ShopId shop;
    SkuId sku;
    std::optional<WarehouseId> warehouse;         // absent: the shop's first one
    Whole<0, most_pieces> total;                  // counted: what is available and what is held
    Whole<0, INT64_MAX> version;                  // of the row that was counted
};
BOOST_DESCRIBE_STRUCT(SetStock, (), (shop, sku, warehouse, total, version))

// Sets what was counted; held pieces stay held. Refused when anything moved since the count (DOMAIN §3.7: a sync must come back,
// never overwrite orders that are in flight): count again, or use adjust_stock.
Result<Stock> set_stock(WriteCtx&, const SetStock&);

struct AdjustStock {
    ShopId shop;
    SkuId sku;
    std::optional<WarehouseId> warehouse;
    Whole<-most_pieces, most_pieces> by;          // pieces found or lost
    Text<1, 200> why;
};
BOOST_DESCRIBE_STRUCT(AdjustStock, (), (shop, sku, warehouse, by, why))

// Adds or removes available pieces, whatever else moves at the same time. Never below zero.
Result<Stock> adjust_stock(WriteCtx&, const AdjustStock&);

struct LimitHolds {
    ShopId shop;
    SkuId sku;
    Whole<0, 1'000'000> most;                     // pieces one person may hold unpaid; 0: only the shop-wide limit counts
};
BOOST_DESCRIBE_STRUCT(LimitHolds, (), (shop, sku, most))
Done limit_holds(WriteCtx&, const LimitHolds&);

}  // namespace meadow::fulfilment
