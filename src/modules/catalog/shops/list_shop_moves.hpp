#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::catalog {

struct ListShopMoves {
    ShopId shop;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListShopMoves, (), (shop, cursor, limit))

// For its staff and for operators.
Result<Page<store::ShopMoved>> list_shop_moves(ReadCtx&, const ListShopMoves&);

}  // namespace meadow::catalog
