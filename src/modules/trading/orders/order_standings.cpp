#include "modules/trading/orders/store.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::trading {

std::vector<OrderStanding> order_standings(db::ReadTx& tx, ShopId shop, const std::vector<OrderId>& orders)
{
    std::vector<OrderStanding> out;
    for (const Order& o : store::find_orders(tx, shop, orders))
        out.push_back({o.id, bool(o.paid_at), bool(o.completed_at), o.state == OrderState::cancelled, o.state == OrderState::refunded});
    return out;
}

}  // namespace meadow::trading
