#include "modules/discovery/module.hpp"

#include "modules/discovery/cards/card_shelf.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/lists/rebuild_lists.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {

void feed_routes(http::On);
void search_routes(http::On);
void reader_routes(http::On);
void wish_routes(http::On);
void sitemap_routes(http::On);

void add_routes(http::Router& router)
{
    feed_routes(router.on("discovery"));
    reader_routes(router.on("discovery"));
    wish_routes(router.on("discovery"));
    search_routes(router.on("search"));
    sitemap_routes(router.on("discovery"));
}

void add_memory(jobs::Adapters& adapters)
{
    adapters.put(std::make_shared<CardShelf>());
    adapters.put(std::make_shared<Curator>());
    adapters.put(std::make_shared<Library>(adapters.get<lang::Segmenter>()));
    adapters.put(std::make_shared<QueryLog>());
}

void fill_memory(jobs::World& world, const std::function<bool()>& go_on)
{
    if (lists_missing(world)) rebuild_lists(world, {}, go_on);
    read_diary(world, go_on);
    world.adapters.get<Library>().fill(world, go_on);
}

void tidy_memory(jobs::World& world) { world.adapters.get<Library>().tidy(); }

}  // namespace meadow::discovery
