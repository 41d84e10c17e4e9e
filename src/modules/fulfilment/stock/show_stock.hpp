#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/fulfilment/stock/model.hpp"

namespace meadow::fulfilment {

struct ListStock {
    ShopId shop;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListStock, (), (shop, cursor, limit))

// What lies where, newest SKU first.
Result<Page<Stock>> list_stock(ReadCtx&, const ListStock&);

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
};
BOOST_DESCRIBE_STRUCT(MoveView, (), (order, sku, warehouse, from, to, count, who, why, at))

// The journal: newest order or correction first.
Result<Page<MoveView>> list_moves(ReadCtx&, const ListMoves&);

}  // namespace meadow::fulfilment
