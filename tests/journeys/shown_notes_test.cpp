// What Discover shows is counted for the note's author and for the shop whose product it pins. Verbs: tell_shown, count_shown, list_reach.
#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "modules/discovery/diary/tell_shown.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"

namespace meadow {
namespace {

void passes(Town& town)
{
    town.wait(1s);
    const int turns = town.world().database.engine() == db::Engine::postgres ? 200 : 1;   // see discover_test.cpp
    for (int turn = 0; turn < turns; ++turn) {
        discovery::keep_diary(town.world());
        while (discovery::tell_shown(town.world()) > 0) {}
    }
    town.settles();
}

}  // namespace

TEST(ShownNotes, are_counted_once_a_page_for_author_and_merchant)
{
    Town town;
    auto [lin, nora, bo, eve] = town.people("lin", "nora", "bo", "eve");
    const testing::Stall stall = testing::open_stall(lin, "Lin", {{"红", yuan(100), 50}});
    town.settles();
    const std::string pinning = testing::publishes(nora, "Autumn lipstick", R"("products":[")" + stall.product + R"("])");
    const std::string plain = testing::publishes(nora, "Nothing to sell");
    passes(town);
    nora.get("/v1/me/reach").is(200).counts("/items", 0);
    for (Person* reader : {&bo, &eve}) reader->get("/v1/feed/discover").is(200).counts("/items", 2);
    passes(town);
    passes(town);   // told once
    nora.get("/v1/me/reach").counts("/items", 2).says("/items/0/note", plain).says("/items/0/shown", 2).says("/items/1/note", pinning).says("/items/1/shown", 2);
    lin.get("/v1/shops/" + stall.shop + "/note-sales").is(200).counts("/items", 1).says("/items/0/sales/note", pinning).says("/items/0/sales/shown", 2)
        .says("/items/0/sales/views", 0);
    nora.get("/v1/me/reach?limit=1").counts("/items", 1);
    bo.get("/v1/me/reach").counts("/items", 0);
}

TEST(ShownNotes, are_counted_for_guests_and_for_who_wants_no_personal_page_too_and_the_ladder_does_not_hear_of_it)
{
    Town town;
    auto [nora, bo] = town.people("nora", "bo");
    const std::string note = testing::publishes(nora, "Autumn");
    passes(town);
    const auto views = [&] { return town.world().adapters.get<discovery::Curator>().note(NoteId{*parse_id(NoteId::prefix(), note)})->shown; };
    const auto before = views();
    Person guest = town.guest();
    bo.put("/v1/me/feed", R"({"personal":false,"topics":[]})").is(204);
    for (int i = 0; i < 3; ++i) guest.get("/v1/feed/discover").is(200).counts("/items", 1);
    bo.get("/v1/feed/discover").is(200).says("/personal", "false").counts("/items", 1);
    passes(town);
    nora.get("/v1/me/reach").is(200).counts("/items", 1).says("/items/0/shown", 4);
    guest.get("/v1/feed/discover").is(200);
    passes(town);
    nora.get("/v1/me/reach").says("/items/0/shown", 4);      // one batch in five seconds
    town.wait(5s);
    passes(town);
    passes(town);
    nora.get("/v1/me/reach").says("/items/0/shown", 5);
    EXPECT_EQ(views(), before);
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());
}

}  // namespace meadow
