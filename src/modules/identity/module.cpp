#include "modules/identity/module.hpp"

namespace meadow::identity {

void account_routes(http::On);
void session_routes(http::On);
void code_routes(http::On);
void contact_routes(http::On);
void block_routes(http::On);
void role_routes(http::On);
void link_routes(http::On);
void leaving_routes(http::On);

void add_routes(http::Router& router)
{
    for (const auto routes : {account_routes, session_routes, code_routes, contact_routes, block_routes, role_routes, link_routes, leaving_routes})
        routes(router.on("identity"));
}

}  // namespace meadow::identity
