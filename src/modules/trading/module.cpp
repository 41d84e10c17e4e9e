#include "modules/trading/module.hpp"

namespace meadow::trading {

void address_routes(http::On);
void cart_routes(http::On);
void fund_routes(http::On);
void give_back_routes(http::On);
void offer_routes(http::On);
void order_filter_routes(http::On);
void order_routes(http::On);
void payment_routes(http::On);
void reconciliation_routes(http::On);
void refund_routes(http::On);
void sales_routes(http::On);
void sandbox_routes(http::On);
void term_routes(http::On);

void add_routes(http::Router& router)
{
    for (const auto routes : {address_routes, cart_routes, fund_routes, give_back_routes, offer_routes, order_filter_routes, order_routes,
                              payment_routes, reconciliation_routes, refund_routes, sales_routes, sandbox_routes, term_routes})
        routes(router.on("trading"));
}

}  // namespace meadow::trading
