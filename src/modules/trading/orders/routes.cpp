#include "http/router.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/trading/orders/cancel_order.hpp"
#include "modules/trading/orders/check_out.hpp"
#include "modules/trading/orders/confirm_receipt.hpp"
#include "modules/trading/orders/export_orders.hpp"
#include "modules/trading/orders/list_orders.hpp"
#include "modules/trading/orders/place_order.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

using http::Limit;
using http::needs;
using http::Scope;

void order_routes(http::On on)
{
    on.post("/v1/orders", needs(Scope::user), prepare_order, place_order)
        .lane_by("shop").created().limited(Limit::write).may_refuse(not_found, bad_address, not_on_sale, price_changed, own_shop)
        .may_refuse(fulfilment::sold_out, fulfilment::holds_too_many)
        .says("Buy now: order from one shop and hold the pieces until it is paid");
    on.post("/v1/checkouts", needs(Scope::user), prepare_check_out, check_out)
        .created().limited(Limit::write).may_refuse(not_found, bad_address, not_in_cart, not_on_sale, price_changed, own_shop)
        .may_refuse(fulfilment::sold_out, fulfilment::holds_too_many)
        .says("Order lines of my cart, one order a shop");
    on.get("/v1/orders", needs(Scope::user), list_my_orders).says("My orders over all shops, newest first");
    on.get("/v1/shops/{shop}/orders", needs(Scope::user), list_shop_orders).may_refuse(not_found, not_allowed).says("A shop's orders, newest first");
    on.get("/v1/shops/{shop}/orders.csv", needs(Scope::user), export_orders)
        .slow().may_refuse(not_found, not_allowed).says("A shop's orders as CSV");
    on.get("/v1/shops/{shop}/orders/{order}", needs(Scope::user), show_order).may_refuse(not_found, not_allowed).says("One order");
    on.post("/v1/shops/{shop}/orders/{order}/cancellation", needs(Scope::user), cancel_order)
        .lane_by("shop").may_refuse(not_found, too_late).says("Give up an order I have not paid");
    on.post("/v1/shops/{shop}/orders/{order}/receipt", needs(Scope::user), confirm_receipt)
        .lane_by("shop").may_refuse(not_found, too_late).says("I have everything; the shop may have the money");
    on.post("/v1/shops/{shop}/orders/{order}/extension", needs(Scope::user), extend_receipt)
        .lane_by("shop").may_refuse(not_found, too_late, extended_before).says("Put off the day on which receipt is taken as confirmed");
}

}  // namespace meadow::trading
