#include "modules/identity/module.hpp"

namespace meadow::identity {

void account_routes(http::On);
void session_routes(http::On);
void block_routes(http::On);

void add_routes(http::Router& router)
{
    account_routes(router.on("identity"));
    session_routes(router.on("identity"));
    block_routes(router.on("identity"));
}

}  // namespace meadow::identity
