// The discover feed: what a reader and an author live through. show_discover, record_answers, show_trials and,
// behind them, keep_diary, write_news, read_diary.
#include <algorithm>
#include <set>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "modules/discovery/exposure/fold_exposure.hpp"
#include "support/gazette.hpp"
#include "support/reading.hpp"
#include "support/town.hpp"
#include "support/weather.hpp"

namespace meadow {

using testing::ids_of;
using testing::opened;
using testing::passes;
using testing::publishes;

TEST(Discover, a_new_note_is_on_a_strangers_page_a_second_later_with_the_reason_why)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1).says("/items/0/id", note).says("/reasons/0/note", note).says("/reasons/0/source", "trial")
        .says("/personal", "true");
    ada.get("/v1/feed/discover").is(200).counts("/items", 0);   // one's own are no discovery
}

TEST(Discover, a_like_changes_the_next_page_after_the_relays_next_round)
{
    Town town;
    Person ada = town.person("ada"), bo = town.person("bo");
    const std::string tea = testing::writes(ada, "Tea", "#tea#"), shoes = testing::writes(ada, "Shoes", "#shoes#");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 2);
    for (int i = 0; i < 40; ++i) testing::writes(ada, "Later " + std::to_string(i), i % 2 == 0 ? "#shoes#" : "#tea#");
    passes(town, 1s);
    // How many notes of the same topic as this one would be on the next page, which nobody is served.
    const auto to_come = [&](const std::string& like) {
        return town.world().adapters.get<discovery::Curator>().look([&](const discovery::engine::State& state) {
            const auto page = discovery::engine::make_page(state, *state.find_reader(UserId{*parse_id("usr", bo.id())}), town.now(), 10);
            const auto topic = state.find_note(NoteId{*parse_id("nte", like)})->topic;
            return std::count_if(page.notes.begin(), page.notes.end(), [&](const auto& placed) { return state.find_note(placed.note)->topic == topic; });
        });
    };
    const std::string liked = to_come(tea) < to_come(shoes) ? tea : shoes;
    const auto before = to_come(liked);
    bo.put("/v1/notes/" + liked + "/like").is(204);
    passes(town, Duration{0});
    EXPECT_GT(to_come(liked), before);
}

TEST(Discover, nothing_is_shown_twice_not_even_before_the_page_is_written_down)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    for (int i = 0; i < 30; ++i) publishes(ada, "Note " + std::to_string(i));
    passes(town, 1s);
    std::set<std::string> shown;
    for (int page = 0; page < 6; ++page) {
        for (const auto& id : ids_of(bo.get("/v1/feed/discover?limit=5").is(200).counts("/items", 5))) EXPECT_TRUE(shown.insert(id).second);
        if (page == 2) passes(town, 1s);   // in between the pages are written down, and the engine has read them
    }
    bo.get("/v1/feed/discover?limit=5").is(200).counts("/items", 0);
    passes(town, std::chrono::hours{24 * 32});
    bo.get("/v1/feed/discover?limit=5").is(200).counts("/items", 5);
}

TEST(Discover, the_author_reads_why_a_note_goes_wider_and_nobody_else_does)
{
    Town town;
    auto ada = town.person("ada");
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    for (int i = 0; i < 16; ++i) {
        auto reader = town.person("reader" + std::to_string(i));
        reader.get("/v1/feed/discover").is(200).counts("/items", 1);
        passes(town, 1s);
        if (i % 2 == 0) reader.post("/v1/feed/answers", opened("event-number-" + std::to_string(i), note)).is(200).says("/recorded", 1);
        passes(town, 1s);
    }
    passes(town, 30s);
    publishes(ada, "Another");   // something happens, so that time goes on
    passes(town, 1s);
    ada.get("/v1/notes/" + note + "/trials").is(200).counts("/verdicts", 1).says("/rung", "promoted").says("/verdicts/0/verdict/opened", 8);
    EXPECT_NE(ada.get("/v1/notes/" + note + "/trials").text("/verdicts/0/words").find("opened by 8 where"), std::string::npos);
    town.person("stranger").get("/v1/notes/" + note + "/trials").is_refused("base.not_found");
}

TEST(Discover, an_answer_told_twice_counts_once_and_one_without_a_page_not_at_all)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1);
    passes(town, 1s);
    bo.post("/v1/feed/answers", opened("the-same-one", note)).is(200).says("/recorded", 1);
    bo.post("/v1/feed/answers", opened("the-same-one", note)).is(200).says("/recorded", 0);
    cy.post("/v1/feed/answers", opened("never-served", note)).is(200).says("/recorded", 1);
    passes(town, 1s);
    const auto known = town.world().adapters.get<discovery::Curator>().note(NoteId{*parse_id("nte", note)});
    ASSERT_TRUE(known.has_value());
    EXPECT_EQ(known->evidence.clicks, 1'000'000);
    EXPECT_EQ(known->views, 1u);
}

TEST(Discover, who_stays_with_a_note_of_their_page_counts_once_and_who_leaves_at_once_or_found_it_elsewhere_does_not)
{
    Town town;
    auto [ada, bo, cy, dan] = town.people("ada", "bo", "cy", "dan");
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    for (auto* reader : {&bo, &cy}) reader->get("/v1/feed/discover").is(200).counts("/items", 1);
    passes(town, 1s);
    const auto leaves = [&note](Person& reader, const std::string& event, const std::string& after) {
        return reader.post("/v1/feed/answers", R"({"answers":[{"event":")" + event + R"(","note":")" + note + R"(","answer":"read")" + after + "}]}").is(200).text("/recorded");
    };
    for (auto* reader : {&bo, &cy}) reader->post("/v1/feed/answers", opened("opened-it", note)).is(200);
    EXPECT_EQ(leaves(bo, "stayed-for-12s", R"(,"dwell_ms":12000)"), "1");
    EXPECT_EQ(leaves(bo, "stayed-for-12s", R"(,"dwell_ms":12000)"), "0");
    EXPECT_EQ(leaves(bo, "and-came-again", R"(,"dwell_ms":40000)"), "1");
    EXPECT_EQ(leaves(cy, "was-gone-in-9s", R"(,"dwell_ms":9999)"), "0");
    EXPECT_EQ(leaves(cy, "never-said-when", ""), "0");
    EXPECT_EQ(leaves(dan, "found-elsewhere", R"(,"dwell_ms":60000)"), "1");
    town.restarts();
    passes(town, 1s);
    const auto evidence = [&] { return town.world().adapters.get<discovery::Curator>().note(NoteId{*parse_id("nte", note)})->evidence; };
    EXPECT_EQ(evidence().clicks, 2'000'000);
    EXPECT_EQ(evidence().engagement, 300'000);
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());
    // How long is long is the policy's to say.
    Person olga = town.person_with_role("olga", Role::operator_);
    olga.post("/v1/operator/policies", R"({"changes":[{"name":"read_seconds","value":5}],"reason":"readers here are quick"})").is(201);
    passes(town, 1s);
    EXPECT_EQ(leaves(cy, "stayed-for-6s", R"(,"dwell_ms":6000)"), "1");
    passes(town, 1s);
    EXPECT_EQ(evidence().engagement, 600'000);
}

TEST(Discover, likes_by_strangers_who_were_served_count_and_others_do_not)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1);
    passes(town, 1s);
    bo.put("/v1/notes/" + note + "/like").is(204);
    cy.put("/v1/notes/" + note + "/like").is(204);
    passes(town, 1s);
    EXPECT_EQ(town.world().adapters.get<discovery::Curator>().note(NoteId{*parse_id("nte", note)})->evidence.engagement, 1'000'000);
}

TEST(Discover, reactions_nobody_had_heard_of_when_the_process_ended_count_all_the_same_and_once)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    for (auto* reader : {&bo, &cy}) reader->get("/v1/feed/discover").is(200).counts("/items", 1);
    passes(town, 1s);
    const auto evidence = [&] { return town.world().adapters.get<discovery::Curator>().note(NoteId{*parse_id("nte", note)})->evidence; };
    bo.put("/v1/notes/" + note + "/like").is(204);
    bo.put("/v1/users/" + ada.id() + "/follow").is(204);
    EXPECT_EQ(evidence().engagement, 0);
    town.restarts();   // before any news was delivered
    passes(town, 1s);
    EXPECT_EQ(evidence().engagement, 1'000'000);
    // Written down, and then the process ends before it remembers that it has: it is carried again, and counts once.
    cy.put("/v1/notes/" + note + "/like").is(204);
    std::vector<jobs::News> news;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { news = jobs::store::news_after(ctx.tx, {INT64_MIN, 0}, 1'000); });
    discovery::write_news(town.world(), news);
    town.restarts();
    passes(town, 1s);
    EXPECT_EQ(evidence().engagement, 2'000'000);
    EXPECT_EQ(evidence().clicks, 2'000'000);
}

TEST(Discover, an_answer_that_comes_before_its_page_is_written_down_outlives_the_process)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1);
    bo.post("/v1/feed/answers", opened("at-once-1", note)).is(200).says("/recorded", 1);
    town.restarts();
    passes(town, 1s);
    const auto known = town.world().adapters.get<discovery::Curator>().note(NoteId{*parse_id("nte", note)});
    EXPECT_EQ(known->evidence.clicks, 1'000'000);
    EXPECT_EQ(known->views, 1u);
}

TEST(Discover, what_the_diary_could_not_take_is_taken_when_it_can)
{
    testing::Weather weather;
    Town town{"2030-11-11 12:00", &weather};
    auto [ada, bo] = town.people("ada", "bo");
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1);
    weather.breaks("discovery.insert_diary", 1000);
    EXPECT_ANY_THROW(passes(town, 1s));
    bo.put("/v1/notes/" + note + "/like").is(204);
    town.settles();
    weather.clears();
    passes(town, 1s);
    const auto known = town.world().adapters.get<discovery::Curator>().note(NoteId{*parse_id("nte", note)});
    EXPECT_EQ(known->views, 1u);
    EXPECT_EQ(known->evidence.engagement, 1'000'000);
}

TEST(Discover, what_is_not_public_any_more_is_not_shown)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const std::string gone = publishes(ada, "Gone"), hidden = publishes(ada, "Hidden"), stays = publishes(ada, "Stays");
    passes(town, 1s);
    ada.del("/v1/notes/" + gone).is(204);
    testing::verdict(town, hidden, true);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1).says("/items/0/id", stays);
    cy.put("/v1/me/blocks/" + ada.id()).is(204);
    cy.get("/v1/feed/discover").is(200).counts("/items", 0);
    passes(town, 1s);
    town.guest().get("/v1/feed/discover").is(200).counts("/items", 1);
}

TEST(Discover, the_diary_read_again_makes_the_same_bytes)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    for (int i = 0; i < 12; ++i) publishes(i % 2 == 0 ? ada : bo, "Note " + std::to_string(i));
    passes(town, 1s);
    for (int i = 0; i < 4; ++i) {
        const auto page = ids_of(cy.get("/v1/feed/discover?limit=3").is(200));
        if (!page.empty()) cy.post("/v1/feed/answers", opened("event-number-" + std::to_string(i), page[0])).is(200);
        passes(town, 40s);
    }
    const auto& curator = town.world().adapters.get<discovery::Curator>();
    discovery::Curator again;
    discovery::read_ahead(town.world(), {}, 5, [&again](const auto& entries) { again.read(entries); });
    EXPECT_EQ(again.snapshot(), curator.snapshot());
    EXPECT_EQ(again.place().seq, curator.place().seq);
    const auto rebuilt = discovery::rebuild_engine(town.world()), by_snapshot = discovery::rebuild_engine(town.world(), 7);
    EXPECT_GT(rebuilt.entries, 15);
    EXPECT_EQ(rebuilt.notes, 12);
    EXPECT_EQ(rebuilt.bytes, curator.snapshot());
    EXPECT_EQ(by_snapshot.bytes, rebuilt.bytes);
}

TEST(Discover, notes_that_came_without_news_are_found)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    publishes(ada, "Imported");   // nobody has heard of it yet
    bo.get("/v1/feed/discover").is(200).counts("/items", 0);
    discovery::read_diary(town.world(), [] { return true; });
    bo.get("/v1/feed/discover").is(200).counts("/items", 1);
}

TEST(Discover, old_pages_and_answers_are_forgotten_notes_and_follows_are_not)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    publishes(ada, "Autumn");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1);
    passes(town, 1s);
    // PostgreSQL shows an entry once every transaction that began before it has ended, somebody else's, too.
    auto before = discovery::rebuild_engine(town.world());
    for (int turn = 0; turn < 1000 && before.entries < 2; ++turn) before = discovery::rebuild_engine(town.world());
    ASSERT_EQ(before.entries, 2) << "the note and the page";
    EXPECT_EQ(discovery::forget_old_entries(town.world()), 0);
    town.wait(std::chrono::hours{24 * 91});
    while (discovery::fold_exposure(town.world())) {}
    EXPECT_EQ(discovery::forget_old_entries(town.world()), 1);
    const auto after = discovery::rebuild_engine(town.world());
    EXPECT_EQ(after.entries, before.entries - 1);
    EXPECT_EQ(after.notes, 1);
}

}  // namespace meadow
