#include "modules/community/module.hpp"

namespace meadow::community {

void follow_routes(http::On);

void add_routes(http::Router& router) { follow_routes(router.on("community")); }

}  // namespace meadow::community
