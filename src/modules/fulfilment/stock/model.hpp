// Stock and its buckets. Pure: no transaction, no clock.
#pragma once
#include <array>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::fulfilment {

// Where a piece is. `outside`: not in the books, before it is entered and after it is written off.
enum class Bucket : std::uint8_t { outside, available, held, sold };
BOOST_DESCRIBE_ENUM(Bucket, outside, available, held, sold)

struct BucketStep {
    Bucket from, to;
};

// Every way a piece may go.
constexpr std::array<BucketStep, 6> bucket_steps{{
    {Bucket::outside, Bucket::available},  // entered, counted, found
    {Bucket::available, Bucket::outside},  // written off, counted
    {Bucket::available, Bucket::held},     // ordered
    {Bucket::held, Bucket::available},     // never paid
    {Bucket::held, Bucket::sold},          // paid
    {Bucket::sold, Bucket::available},     // refunded before it was shipped
}};

constexpr bool may_go(Bucket from, Bucket to)
{
    for (const BucketStep step : bucket_steps)
        if (step.from == from && step.to == to) return true;
    return false;
}

struct StockKey {
    ShopId shop;
    SkuId sku;
    WarehouseId warehouse;
};

// One SKU in one warehouse.
struct Stock {
    SkuId sku;
    WarehouseId warehouse;
    std::int64_t available = 0;
    std::int64_t held = 0;
    std::int64_t sold = 0;         // ever, less what was refunded before it was shipped
    std::int64_t hold_limit = 0;   // pieces one person may hold unpaid; 0: only the shop-wide limit counts
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Stock, (), (sku, warehouse, available, held, sold, hold_limit, version))

// One line of the journal.
struct StockMove {
    std::int64_t cause = 0;        // the order, or the number of the correction
    SkuId sku;
    WarehouseId warehouse;
    std::int64_t step = 1;
    Bucket from{};
    Bucket to{};
    std::int64_t count = 0;
    UserId who;
    std::string why;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(StockMove, (), (cause, sku, warehouse, step, from, to, count, who, why, at))

}  // namespace meadow::fulfilment
