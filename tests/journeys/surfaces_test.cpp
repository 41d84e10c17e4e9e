// Where a note was met is always known: pages of Discover, nearby, related and search are written down with their places, answers name theirs.
// record_answers, show_nearby, show_related, search_notes.
#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "modules/discovery/diary/tell_shown.hpp"
#include "support/gazette.hpp"
#include "support/reading.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

using testing::passes;

struct Surfaces : ::testing::Test {
    Town town;
    Person ada = town.person("ada"), bo = town.person("bo");
    const std::string first = meadow::testing::publishes(ada, "Autumn tea", R"("place":{"name":"Park","latitude":31.2,"longitude":121.4})");
    const std::string second = meadow::testing::publishes(ada, "Winter tea", R"("place":{"name":"Park","latitude":31.2,"longitude":121.4})");
    Surfaces() { passes(town, 1s); }

    // Of bo, in the diary, once everything there is told.
    std::vector<discovery::ListEntry> lists()
    {
        passes(town, 1s);
        std::vector<discovery::ListEntry> out;
        for (const auto& row : entries())
            if (row.kind == discovery::EntryKind::list)
                out.push_back(std::get<discovery::ListEntry>(discovery::telling_of(row.reader, row.at, row.kind, row.body).body));
        return out;
    }
    std::vector<discovery::store::EntryRow> entries() { return discovery::diary_after(town.world(), {}, 1'000); }
    // PostgreSQL shows an entry once every transaction that began before it has ended.
    void are(std::size_t count)
    {
        for (int turn = 0; turn < 1000 && lists().size() < count; ++turn) {}
        EXPECT_EQ(lists().size(), count);
    }
    void visits_all(Person& reader)
    {
        reader.get("/v1/search/notes?q=tea").is(200).counts("/items", 2);
        reader.get("/v1/notes/" + first + "/related").is(200).counts("/items", 1);
        reader.get("/v1/feed/nearby?latitude=31.2&longitude=121.4").is(200).counts("/items", 2);
        reader.get("/v1/feed/latest").is(200).counts("/items", 2);   // nobody writes this down
    }
};

}  // namespace

TEST_F(Surfaces, what_a_reader_is_shown_is_written_down_with_its_surface_and_comes_on_discover_all_the_same)
{
    visits_all(bo);
    are(3);
    std::vector<std::string> names;
    for (const auto& list : lists()) names.emplace_back(name_of(list.surface));
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"nearby", "related", "search"}));
    while (discovery::tell_shown(town.world()) > 0) {}
    town.settles();
    ada.get("/v1/me/reach").is(200).counts("/items", 0);   // how often Discover showed them
    bo.get("/v1/feed/discover").is(200).counts("/items", 2);
    visits_all(bo);
    are(6);
    bo.get("/v1/feed/discover").is(200).counts("/items", 0);   // and twice it shows nothing
}

TEST_F(Surfaces, of_guests_and_of_who_wants_no_personal_page_nothing_is_written_down)
{
    bo.put("/v1/me/feed", R"({"personal":false,"topics":[]})").is(204);
    visits_all(bo);
    Person guest = town.guest();
    visits_all(guest);
    are(0);
}

TEST_F(Surfaces, what_was_opened_elsewhere_is_no_answer_to_discover)
{
    bo.get("/v1/feed/discover").is(200).counts("/items", 2);
    passes(town, 1s);
    const auto clicks = [&](const std::string& note) {
        return town.world().adapters.get<discovery::Curator>().note(NoteId{*parse_id(NoteId::prefix(), note)})->evidence.clicks;
    };
    const auto answers = [&](const std::string& event, const std::string& note, const std::string& where) {
        bo.post("/v1/feed/answers", R"({"answers":[{"event":")" + event + R"(","note":")" + note + R"(","answer":"click")" + where + "}]}").is(200).says("/recorded", 1);
        for (int turn = 0; turn < 300; ++turn) passes(town, 10ms);
    };
    answers("event-0001", first, R"(,"surface":"search","slot":2)");
    EXPECT_EQ(clicks(first), 0);
    answers("event-0002", first, R"(,"surface":"discover","slot":1)");
    EXPECT_GT(clicks(first), 0);
    answers("event-0003", second, "");   // an older client
    EXPECT_GT(clicks(second), 0);
    bo.post("/v1/feed/answers", R"({"answers":[{"event":"event-0004","note":")" + first + R"(","answer":"click","surface":"elsewhere"}]})").is(422);
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());
}

TEST_F(Surfaces, who_has_everything_forgotten_has_forgotten_what_lists_showed)
{
    visits_all(bo);
    are(3);
    bo.del("/v1/me/interests").is(204);
    for (int turn = 0; turn < 300; ++turn) passes(town, 10ms);
    for (const auto& list : lists()) EXPECT_TRUE(list.notes.empty());
}

}  // namespace meadow
