#include "modules/operations/module.hpp"

namespace meadow::operations {

void backlog_routes(http::On);
void gauge_routes(http::On);
void setting_routes(http::On);

void add_routes(http::Router& router)
{
    for (const auto routes : {backlog_routes, gauge_routes, setting_routes}) routes(router.on("operations"));
}

}  // namespace meadow::operations
