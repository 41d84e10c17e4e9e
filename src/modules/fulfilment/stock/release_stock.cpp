#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/stock/move_order.hpp"

namespace meadow::fulfilment {

void release_stock(WriteCtx& ctx, ShopId shop, OrderId order) { move_order(ctx, shop, order, Bucket::held, Bucket::available, "not paid"); }

}  // namespace meadow::fulfilment
