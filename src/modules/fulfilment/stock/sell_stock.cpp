#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/stock/move_order.hpp"

namespace meadow::fulfilment {

bool sell_stock(WriteCtx& ctx, ShopId shop, OrderId order)
{
    return move_order(ctx, shop, order, Bucket::held, Bucket::sold, "paid") == Bucket::sold;
}

}  // namespace meadow::fulfilment
