// A reader's rights over what is suggested to them, and what operators see of the ladder. hide_note, hide_author, hide_topic, show_note_again,
// show_author_again, show_topic_again, wish, list_hidden, drop_hidden; list_interests, forget_interest, forget_interests, pause_interest,
// resume_interest; choose_feed, my_feed; show_ladder.
#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "modules/discovery/search/keep_queries.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"
#include "support/reading.hpp"
#include "support/town.hpp"

namespace meadow {

using testing::ids_of;
using testing::opened;
using testing::passes;
using testing::publishes;
using testing::writes;

TEST(ReaderRights, two_readers_who_want_no_personal_page_get_the_same_one)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    for (int i = 0; i < 25; ++i) publishes(ada, "Note " + std::to_string(i));
    passes(town, 1s);
    // They differ in everything the engine could know of them.
    const auto first = ids_of(bo.get("/v1/feed/discover?limit=10").is(200));
    passes(town, 1s);
    bo.post("/v1/feed/answers", opened("event-of-bo", first[0])).is(200);
    bo.put("/v1/notes/" + first[1] + "/like").is(204);
    for (auto* reader : {&bo, &cy}) reader->put("/v1/me/feed", R"({"personal":false,"topics":[]})").is(204);
    passes(town, 1s);
    bo.get("/v1/me/feed").is(200).says("/personal", "false");
    const auto bos = bo.get("/v1/feed/discover?limit=10").is(200).says("/personal", "false"), cys = cy.get("/v1/feed/discover?limit=10").is(200);
    EXPECT_EQ(ids_of(bos), ids_of(cys));
    EXPECT_EQ(ids_of(bos), ids_of(town.guest().get("/v1/feed/discover?limit=10").is(200)));
    const auto next = ids_of(bo.get("/v1/feed/discover?limit=10&cursor=" + bos.text("/next")).is(200));
    EXPECT_EQ(next.size(), 10u);
    EXPECT_EQ(std::find_first_of(next.begin(), next.end(), first.begin(), first.end()) == next.end(), ids_of(bos) == first);
    bo.put("/v1/me/feed", R"({"personal":true,"topics":["口红"]})").is(204);
    bo.get("/v1/feed/discover").is(200).says("/personal", "true");
}

TEST(ReaderRights, nothing_that_is_known_of_them_is_used_on_any_surface_once_they_say_so)
{
    Town town;
    auto [ada, eve, lin, bo, cy] = town.people("ada", "eve", "lin", "bo", "cy");
    const testing::Stall stall = testing::open_stall(lin, "Lin", {{"红", yuan(99)}});
    town.settles();
    const std::string more = R"("products":[")" + stall.product + R"("],"place":{"name":"Shanghai","latitude":31.2,"longitude":121.4})";
    for (int i = 0; i < 24; ++i) {
        Person& author = i % 3 == 0 ? eve : ada;
        publishes(author, "autumn lipstick " + std::to_string(i), more);
        writes(author, "autumn " + std::to_string(i), i % 2 == 0 ? "autumn #tea#" : "autumn #shoes#");
    }
    passes(town, 1s);
    const std::string about = ids_of(bo.get("/v1/topics/tea/notes").is(200)).front();
    // They differ in all the engine could know: topics, follows, likes, what they opened, looked at and searched for.
    bo.put("/v1/me/feed", R"({"personal":true,"topics":["tea"]})").is(204);
    cy.put("/v1/me/feed", R"({"personal":true,"topics":["shoes"]})").is(204);
    bo.put("/v1/users/" + eve.id() + "/follow").is(204);
    int events = 0;
    for (const std::string& note : ids_of(bo.get("/v1/feed/discover?limit=10").is(200))) {
        bo.post("/v1/feed/answers", R"({"answers":[{"event":"event-of-bo-)" + std::to_string(++events) + R"(","note":")" + note + R"(","answer":"product","product":")" + stall.product + R"("}]})").is(200);
        if (events % 2 == 0) bo.put("/v1/notes/" + note + "/like").is(204);
    }
    bo.get("/v1/search/notes?q=tea").is(200);
    passes(town, 30s);
    publishes(ada, "So that time goes on");
    passes(town, 61s);
    const std::vector<std::string> surfaces{"/v1/feed/discover?limit=10", "/v1/feed/discover?latitude=31.2&longitude=121.4", "/v1/feed/latest", "/v1/feed/nearby?latitude=31.2&longitude=121.4",
                                            "/v1/topics/tea/notes", "/v1/shops/" + stall.shop + "/notes", "/v1/products/" + stall.product + "/notes", "/v1/notes/" + about + "/related",
                                            "/v1/users/" + eve.id() + "/notes", "/v1/search/notes?q=autumn", "/v1/search/notes?q=tea&sort=newest", "/v1/search/products?q=lin",
                                            "/v1/search/users?q=e", "/v1/search/shops?q=lin", "/v1/search/topics?q=tea", "/v1/search/suggest?q=te", "/v1/search/hot"};
    // Items, reasons and all that comes before the way on; not what the reader did with the notes, which is theirs to see.
    const auto read = [](Person& reader, const std::string& surface) {
        const std::string body = reader.get(surface).is(200).response().body;
        return body.substr(0, std::min(body.find(R"("next":)"), body.find(R"("mine":)")));
    };
    EXPECT_NE(read(bo, surfaces[0]), read(cy, surfaces[0])) << "or this test tells nothing";
    EXPECT_NE(read(bo, "/v1/search/notes?q=autumn"), read(cy, "/v1/search/notes?q=autumn")) << "or this test tells nothing";
    for (auto* reader : {&bo, &cy}) reader->put("/v1/me/feed", R"({"personal":false,"topics":[]})").is(204);
    const auto remembered = [&](Person& reader) {
        return town.world().adapters.get<discovery::Curator>().look([&](const discovery::engine::State& state) {
            const auto* const known = state.find_reader(UserId{*parse_id("usr", reader.id())});
            return known == nullptr ? std::size_t{0} : known->searches.notes.size() + known->searches.products.size() + known->searches.topics.size();
        });
    };
    passes(town, Duration{0});
    const auto before = remembered(cy);
    EXPECT_GT(remembered(bo), 0u) << "or this test tells nothing";
    for (const Duration later : {Duration{0}, Duration{61s}}) {
        passes(town, later);
        EXPECT_EQ(remembered(cy), before) << "nothing is written of what they search for";
        for (const std::string& surface : surfaces) EXPECT_TRUE(read(bo, surface) == read(cy, surface)) << surface << '\n' << read(bo, surface) << '\n' << read(cy, surface);
    }
}

TEST(ReaderRights, what_a_reader_hides_is_suggested_nowhere_from_the_next_page_on_until_they_take_it_back)
{
    Town town;
    auto [ada, eve, bo] = town.people("ada", "eve", "bo");
    const std::string red = writes(ada, "Red", "#lipstick#"), blue = publishes(ada, "Blue"), tea = writes(eve, "Tea", "#tea#");
    passes(town, 1s);
    Person& reader = bo;
    const auto latest = [&reader] { return ids_of(reader.get("/v1/feed/latest").is(200)); };
    ASSERT_EQ(latest().size(), 3u);
    bo.put("/v1/me/hidden/notes/" + blue).is(204);
    EXPECT_EQ(latest(), (std::vector{tea, red}));
    bo.put("/v1/me/hidden/topics/LIPSTICK").is(204);
    EXPECT_EQ(latest(), (std::vector{tea}));
    bo.put("/v1/me/hidden/authors/" + eve.id()).is(204);
    EXPECT_TRUE(latest().empty());
    bo.get("/v1/feed/discover").is(200).counts("/items", 0);
    bo.get("/v1/users/" + eve.id() + "/notes").is(200).counts("/items", 1);   // bo went there
    town.guest().get("/v1/feed/latest").is(200).counts("/items", 3);
    bo.get("/v1/me/hidden").is(200).says("/notes/0/note", blue).says("/authors/0/person/id", eve.id()).says("/topics/0/topic", "lipstick");
    bo.del("/v1/me/hidden/notes/" + blue).is(204);
    bo.del("/v1/me/hidden/topics/lipstick").is(204);
    bo.del("/v1/me/hidden/authors/" + eve.id()).is(204);
    EXPECT_EQ(latest().size(), 3u);
    bo.get("/v1/feed/discover").is(200).counts("/items", 3);
}

TEST(ReaderRights, what_a_reader_hides_is_not_found_by_searching_either)
{
    Town town;
    auto [ada, eve, bo] = town.people("ada", "eve", "bo");
    const std::string red = writes(ada, "Red cup", "#lipstick#"), blue = publishes(ada, "Blue cup"), tea = writes(eve, "Tea cup", "#tea#");
    passes(town, 1s);
    Person& reader = bo;
    const auto found = [&reader](const std::string& q) {
        auto ids = ids_of(reader.get("/v1/search/notes?q=" + q).is(200));
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    ASSERT_EQ(found("cup"), (std::vector{red, blue, tea}));
    bo.put("/v1/me/hidden/notes/" + blue).is(204);
    EXPECT_EQ(found("cup"), (std::vector{red, tea}));
    bo.put("/v1/me/hidden/topics/LIPSTICK").is(204);
    EXPECT_EQ(found("cup"), (std::vector{tea}));
    bo.get("/v1/search/topics?q=lipstick").is(200).counts("/items", 0);
    bo.get("/v1/search/topics?q=tea").is(200).counts("/items", 1);
    bo.put("/v1/me/hidden/authors/" + eve.id()).is(204);
    EXPECT_TRUE(found("cup").empty());
    EXPECT_TRUE(found("zeppelin").empty());   // nor among the newest, where nothing answers
    bo.get("/v1/search/users?q=eve").is(200).counts("/items", 1);   // bo goes to her
    town.guest().get("/v1/search/notes?q=cup").is(200).counts("/items", 3);
    town.guest().get("/v1/search/topics?q=lipstick").is(200).counts("/items", 1);
}

TEST(ReaderRights, a_hidden_topic_is_not_suggested_as_a_query)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    town.sets("discovery.suggest_least_people", "2");
    for (const char* title : {"A lipstick", "A lipgloss"}) publishes(ada, title);
    passes(town, 1s);
    for (auto* reader : {&ada, &bo}) {
        reader->get("/v1/search/notes?q=lipstick").is(200);
        reader->get("/v1/search/notes?q=lipgloss").is(200);
    }
    town.settles();
    discovery::keep_queries(town.world());
    discovery::learn_phrases(town.world());
    cy.get("/v1/search/suggest?q=lip").is(200).counts("/items", 2);
    cy.put("/v1/me/hidden/topics/Lipstick").is(204);
    cy.get("/v1/search/suggest?q=lip").is(200).counts("/items", 1).says("/items/0", "lipgloss");
    const auto hot = cy.get("/v1/search/hot").is(200);
    for (std::size_t i = 0; i < hot.json().count("/items"); ++i) EXPECT_NE(hot.text("/items/" + std::to_string(i)), "lipstick");
    town.guest().get("/v1/search/suggest?q=lip").is(200).counts("/items", 2);
}

TEST(ReaderRights, a_card_says_the_topics_a_reader_may_hide)
{
    Town town;
    auto ada = town.person("ada");
    writes(ada, "Red", "#Lipstick# and #tea#");
    passes(town, 1s);
    for (const char* surface : {"/v1/feed/latest", "/v1/feed/discover", "/v1/search/notes?q=red"})
        town.guest().get(surface).is(200).counts("/items/0/topics", 2).says("/items/0/topics/0", "Lipstick").says("/items/0/topics/1", "tea");
}

TEST(ReaderRights, a_reader_sees_what_is_believed_of_them_and_can_pause_it_and_have_it_forgotten)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    for (int i = 0; i < 3; ++i) writes(ada, "Note " + std::to_string(i), "#tea#");
    bo.put("/v1/me/feed", R"({"personal":true,"topics":["shoes"]})").is(204);
    passes(town, 1s);
    int opens = 0;
    for (const auto& id : ids_of(bo.get("/v1/feed/discover?limit=3").is(200).counts("/items", 3)))
        bo.post("/v1/feed/answers", opened("event-of-bo-" + std::to_string(++opens), id)).is(200);
    passes(town, 30s);
    publishes(ada, "Something happens, so that time goes on");
    passes(town, 1s);
    const auto known = bo.get("/v1/me/interests").is(200).counts("/items", 2).says("/items/0/topic", "tea").says("/items/0/named", "false").says("/items/0/opened", 3);
    EXPECT_GT(std::stod(known.text("/items/0/strength")), 1);
    known.says("/items/1/topic", "shoes").says("/items/1/named", "true");
    bo.put("/v1/me/interests/tea/pause").is(204);
    bo.get("/v1/me/interests").is(200).says("/items/0/paused", "true");
    bo.del("/v1/me/interests/tea/pause").is(204);
    bo.get("/v1/me/interests").is(200).says("/items/0/paused", "false");
    bo.del("/v1/me/interests/tea").is(204);
    bo.del("/v1/me/interests/shoes").is(204);
    passes(town, 1s);
    bo.get("/v1/me/interests").is(200).counts("/items", 0);
    bo.get("/v1/me/feed").is(200).counts("/topics", 0);
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());
    bo.del("/v1/me/interests").is(204);
}

TEST(ReaderRights, what_somebody_searched_for_is_on_their_next_page_and_can_be_seen_and_forgotten)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const testing::Stall stall = testing::open_stall(ada, "Lin", {{"红", yuan(99)}});
    for (int i = 0; i < 20; ++i) writes(ada, "Autumn " + std::to_string(i), "#leaves#");
    const std::string tea = writes(ada, "Tea", "#tea#"), pinned = publishes(ada, "Worn", R"("products":[")" + stall.product + R"("])");
    passes(town, 1s);
    bo.get("/v1/search/notes?q=tea").is(200).counts("/items", 1);
    bo.get("/v1/search/notes?q=zeppelin").is(200).says("/instead", "true");   // found nothing
    bo.get("/v1/search/products?q=lin").is(200).counts("/items", 1);
    passes(town, Duration{0});
    const auto why = [](Person& reader, const std::string& note) {
        const auto page = reader.get("/v1/feed/discover?limit=30").is(200);
        for (std::size_t i = 0; i < page.json().count("/reasons"); ++i)
            if (const std::string at = "/reasons/" + std::to_string(i); page.text(at + "/note") == note) return page.text(at + "/source");
        return std::string{};
    };
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());
    bo.get("/v1/me/interests").is(200).counts("/items", 1).says("/items/0/topic", "tea").says("/items/0/searched", "true").says("/items/0/opened", 0);
    const auto export_of = [&](Person& reader) {
        std::string all;
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
            for (const auto& [name, section] : town.world().adapters.get<identity::DataContributors>().sections())
                if (name == "discovery") all = section(ctx, UserId{*parse_id("usr", reader.id())});
        });
        return all;
    };
    EXPECT_NE(export_of(bo).find(tea), std::string::npos);
    EXPECT_NE(export_of(bo).find(stall.product), std::string::npos);
    EXPECT_EQ(why(bo, tea), "search");
    EXPECT_NE(why(cy, pinned), "search");
    bo.get("/v1/search/products?q=lin").is(200);   // the same once more that day
    const auto entries = [&town] { return discovery::rebuild_engine(town.world()).entries; };
    passes(town, 1s);
    const auto before = entries();
    bo.get("/v1/search/products?q=Lin").is(200);
    passes(town, 1s);
    EXPECT_EQ(entries(), before) << "counts once";

    bo.del("/v1/me/interests").is(204);
    passes(town, 1s);
    bo.get("/v1/me/interests").is(200).counts("/items", 0);
    EXPECT_EQ(export_of(bo).find(tea), std::string::npos);
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());
    // Entries of searches that still say what was found.
    const auto telling = [&town] {
        const auto rows = discovery::diary_after(town.world(), {}, 1'000);
        return std::count_if(rows.begin(), rows.end(), [](const auto& row) {
            return row.kind == discovery::EntryKind::sought && (row.body.find("nte_") != std::string::npos || row.body.find("prd_") != std::string::npos);
        });
    };
    EXPECT_EQ(telling(), 0);
    bo.get("/v1/search/notes?q=tea").is(200);   // and begins anew
    passes(town, 1s);
    bo.get("/v1/me/interests").is(200).counts("/items", 1);
    EXPECT_EQ(telling(), 1);
    const UserId user{*parse_id("usr", bo.id())};
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) { return ctx.tell(identity::AccountDeleted{user, ctx.now}), true; });
    passes(town, 1s);
    EXPECT_EQ(telling(), 0) << "searches go with their account";
    EXPECT_TRUE(town.world().adapters.get<discovery::Curator>().look([&](const auto& state) { return state.find_reader(user)->searches.empty(); }));
}

TEST(ReaderRights, operators_see_the_ladder_as_a_whole)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    auto olga = town.person_with_role("olga", Role::operator_);
    const std::string note = writes(ada, "Autumn", "#tea#");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1);
    passes(town, std::chrono::hours{25});
    publishes(ada, "Another");
    passes(town, 1s);
    olga.get("/v1/operator/ladder").is(200).says("/rungs/trial", 2).says("/waiting", 2).says("/starved", 1).says("/starved_notes/0/note", note).says("/starved_notes/0/name/title", "Autumn")
        .says("/starved_notes/0/views", 1).says("/impressions", 1).says("/authors", 1).counts("/queues", 2).says("/queues/0/topic", "tea");
    bo.get("/v1/operator/ladder").is_refused("base.not_allowed");
}

}  // namespace meadow
