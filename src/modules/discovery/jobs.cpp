// What the module keeps in memory follows the news, in every process, after their commit; and what it does from time to time.
#include <algorithm>
#include <map>

#include "modules/catalog/events.hpp"
#include "modules/community/events.hpp"
#include "modules/discovery/cards/card_shelf.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/diary/tell_shown.hpp"
#include "modules/discovery/events.hpp"
#include "modules/discovery/exposure/fold_exposure.hpp"
#include "modules/discovery/module.hpp"
#include "modules/discovery/search/keep_queries.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/words/learn_words.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/identity/events.hpp"

namespace meadow::discovery {
namespace {

using jobs::on;

template <class T>
void add_once(std::vector<T>& all, T one)
{
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

// What a round of news has touched.
struct Touched {
    std::vector<NoteId> notes, counted;
    std::vector<ProductId> products;
    std::vector<UserId> people;
    std::vector<ShopId> shops;
    std::map<ShopId, std::vector<SkuId>> stock;
    bool words = false;

    void hear(const jobs::News& news)
    {
        on<community::NotePublished>(news, [&](const auto& e) { add_once(notes, e.note); });
        on<community::NoteWithdrawn>(news, [&](const auto& e) { add_once(notes, e.note); });
        on<community::NoteReacted>(news, [&](const auto& e) { add_once(counted, e.note); });
        on<catalog::ProductListed>(news, [&](const auto& e) { add_once(products, e.product); });
        on<catalog::ProductWithdrawn>(news, [&](const auto& e) { add_once(products, e.product); });
        on<catalog::ReviewWritten>(news, [&](const auto& e) { add_once(products, e.product); });
        on<catalog::ShopOpened>(news, [&](const auto& e) { add_once(shops, e.shop); });
        on<catalog::ShopTurned>(news, [&](const auto& e) { add_once(shops, e.shop); });
        on<fulfilment::StockTurned>(news, [&](const auto& e) { add_once(stock[e.shop], e.sku); });
        on<WordsChanged>(news, [&](const auto&) { words = true; });
        on<identity::AccountOpened>(news, [&](const auto& e) { add_once(people, e.user); });
        on<identity::ProfileChanged>(news, [&](const auto& e) { add_once(people, e.user); });
        on<identity::OfficialChanged>(news, [&](const auto& e) { add_once(people, e.user); });
        on<identity::AccountDeleted>(news, [&](const auto& e) { add_once(people, e.user); });
    }
};

void follow(jobs::World& world, const std::vector<jobs::News>& news)
{
    Touched touched;
    for (const jobs::News& item : news) touched.hear(item);

    CardShelf& shelf = world.adapters.get<CardShelf>();
    const Instant now = world.clock.now();
    for (const NoteId note : touched.notes) shelf.note_changed(note, now);
    for (const NoteId note : touched.counted) shelf.note_counted(note, now);
    for (const ProductId product : touched.products) shelf.product_changed(product, now);
    for (const UserId person : touched.people) shelf.author_changed(person, now);

    Library& library = world.adapters.get<Library>();
    library.refresh_notes(world, touched.notes);
    library.refresh_shops(world, touched.shops);
    library.refresh_products(world, touched.products);
    for (const auto& [shop, skus] : touched.stock) library.refresh_stock(world, shop, skus);
    library.refresh_people(world, touched.people);
    if (touched.words) reload_synonyms(world);
}

}  // namespace

void add_jobs(jobs::Pump& pump, jobs::World& world)
{
    pump.follow([&world](const std::vector<jobs::News>& news) { follow(world, news); });
    pump.relay("discovery.diary", [&world](const std::vector<jobs::News>& news) { write_news(world, news); });
    pump.every(100ms, [&world] { keep_diary(world); });
    pump.every(5s, [&world] { while (tell_shown(world) > 0) {} });
    pump.every(1h, [&world] { while (forget_old_exposure(world) > 0) {} });
    pump.every(1h, [&world] { while (forget_old_entries(world) > 0) {} });
    pump.every(1s, [&world] { keep_queries(world); });
    pump.every(1min, [&world] { learn_phrases(world); });
    pump.every(1h, [&world] { learn_synonyms(world); });
}

}  // namespace meadow::discovery
