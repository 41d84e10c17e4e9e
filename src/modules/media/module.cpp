#include "modules/media/module.hpp"

namespace meadow::media {

void item_routes(http::On);

void add_routes(http::Router& router) { item_routes(router.on("media")); }

}  // namespace meadow::media
