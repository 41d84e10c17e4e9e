#include "modules/discovery/module.hpp"

#include "modules/discovery/cards/card_shelf.hpp"
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/diary/keep_snapshot.hpp"
#include "modules/discovery/engine/memory.hpp"
#include "modules/discovery/exposure/fold_exposure.hpp"
#include "modules/discovery/lists/rebuild_lists.hpp"
#include "modules/discovery/search/keep_queries.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"
#include "modules/discovery/search/sought.hpp"
#include "modules/discovery/search/words/learn_words.hpp"

namespace meadow::discovery {

void feed_routes(http::On);
void search_routes(http::On);
void reader_routes(http::On);
void wish_routes(http::On);
void pick_routes(http::On);
void policy_routes(http::On);
void honesty_routes(http::On);
void exposure_routes(http::On);
void selection_routes(http::On);
void sitemap_routes(http::On);

void add_routes(http::Router& router)
{
    feed_routes(router.on("discovery"));
    reader_routes(router.on("discovery"));
    wish_routes(router.on("discovery"));
    pick_routes(router.on("discovery"));
    policy_routes(router.on("discovery"));
    honesty_routes(router.on("discovery"));
    exposure_routes(router.on("discovery"));
    selection_routes(router.on("discovery"));
    search_routes(router.on("search"));
    sitemap_routes(router.on("discovery"));
}

void add_memory(jobs::Adapters& adapters, const std::string& snapshots)
{
    adapters.put(std::make_shared<CardShelf>());
    adapters.put(std::make_shared<Curator>(snapshots));
    adapters.put(std::make_shared<Library>(adapters.get<lang::Segmenter>()));
    adapters.put(std::make_shared<QueryLog>());
    adapters.put(std::make_shared<SoughtLog>());
}

void fill_memory(jobs::World& world, const std::function<bool()>& go_on)
{
    if (lists_missing(world)) rebuild_lists(world, {}, go_on);
    read_diary(world, go_on);
    Library& library = world.adapters.get<Library>();
    reload_synonyms(world);
    learn_phrases(world);
    library.fill(world, go_on);
    if (library.words_due(world.clock.now())) learn_words(world);
}

void tidy_memory(jobs::World& world)
{
    Library& library = world.adapters.get<Library>();
    library.tidy();
    if (library.notes.complete() && library.words_due(world.clock.now())) learn_words(world);
    Curator& curator = world.adapters.get<Curator>();
    if (curator.weighing_is_due(world.clock.now())) curator.weigh();
    if (curator.space_is_due(world.clock.now())) curator.learn_space();
    if (curator.folding_is_due(world.clock.now()) && fold_exposure(world)) curator.folding_goes_on();
    if (curator.snapshot_is_due(world.clock.now())) save_snapshot(curator, curator.snapshots());
}

MemoryFigures memory_figures(jobs::World& world)
{
    const Curator& curator = world.adapters.get<Curator>();
    const engine::MemoryUse use = curator.memory();
    const std::int64_t budget = curator.look([](const engine::State& state) { return state.policy.memory_mb * engine::megabyte; });
    return {use.notes, use.readers, use.taste, budget};
}

}  // namespace meadow::discovery
