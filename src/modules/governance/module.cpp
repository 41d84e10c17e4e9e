#include "modules/governance/module.hpp"

namespace meadow::governance {

void audit_routes(http::On);
void report_routes(http::On);

void add_routes(http::Router& router)
{
    audit_routes(router.on("governance"));
    report_routes(router.on("governance"));
}

}  // namespace meadow::governance
