#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/shops/model.hpp"

namespace meadow::catalog {

// Moves a shop: the table of moves, the conditional write, the log, the news.
Done move_shop(WriteCtx&, const Shop&, ShopState to, Actor by, std::string_view reason);

// The merchant pauses the shop, opens it again, or closes it for good.
struct ChangeShopState {
    ShopId shop;
    ShopState state{};
    Reason reason;
};
BOOST_DESCRIBE_STRUCT(ChangeShopState, (), (shop, state, reason))
Done change_shop_state(WriteCtx&, const ChangeShopState&);

// An operator freezes a shop, lets it go on, or closes it.
Done rule_on_shop(WriteCtx&, const ChangeShopState&);

}  // namespace meadow::catalog
