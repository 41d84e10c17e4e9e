#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/fulfilment/stock/model.hpp"

namespace meadow::fulfilment {

struct ListStock {
    ShopId shop;
    std::optional<Whole<1, 1'000'000>> below;  // only what is nearly gone: fewer than this are available
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListStock, (), (shop, below, cursor, limit))

// One SKU in one warehouse, by the name people know it under.
struct StockLine {
    SkuId sku;
    WarehouseId warehouse;
    std::int64_t available = 0;
    std::int64_t held = 0;
    std::int64_t sold = 0;
    std::int64_t hold_limit = 0;
    std::int64_t version = 0;
    std::optional<ProductId> product;  // absent, as the names are empty: no longer sold
    std::string title;
    std::string spec;
    std::optional<MediaId> picture;
};
BOOST_DESCRIBE_STRUCT(StockLine, (), (sku, warehouse, available, held, sold, hold_limit, version, product, title, spec, picture))

// What lies where, newest SKU first.
Result<Page<StockLine>> list_stock(ReadCtx&, const ListStock&);

struct ShowStock {
    ShopId shop;
    SkuId sku;
};
BOOST_DESCRIBE_STRUCT(ShowStock, (), (shop, sku))

// One SKU, in the order in which its warehouses give it away.
Result<std::vector<Stock>> show_stock(ReadCtx&, const ShowStock&);

struct ListMoves {
    ShopId shop;
    std::optional<Text<1, 120>> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListMoves, (), (shop, cursor, limit))

struct MoveView {
    std::optional<OrderId> order;  // absent: a correction
    SkuId sku;
    WarehouseId warehouse;
    Bucket from{};
    Bucket to{};
    std::int64_t count = 0;
    std::optional<UserId> who;     // the buyer or the staff member; absent: nobody but time
    std::string why;
    Instant at;
    std::string title;             // of the product, as it is called now
    std::string spec;
};
BOOST_DESCRIBE_STRUCT(MoveView, (), (order, sku, warehouse, from, to, count, who, why, at, title, spec))

// The journal: newest order or correction first.
Result<Page<MoveView>> list_moves(ReadCtx&, const ListMoves&);

}  // namespace meadow::fulfilment
