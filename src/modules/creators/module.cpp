#include "modules/creators/module.hpp"

namespace meadow::creators {

void offer_routes(http::On);
void touch_routes(http::On);
void wallet_routes(http::On);

void add_routes(http::Router& router)
{
    for (const auto routes : {offer_routes, touch_routes, wallet_routes}) routes(router.on("creators"));
}

}  // namespace meadow::creators
