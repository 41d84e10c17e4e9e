// Finding notes in lists: what a reader lives through. show_latest, show_following, show_nearby, show_related, list_notes (chronological)
// and, behind them, place_notes and rebuild_lists.
#include <algorithm>
#include <random>
#include <set>

#include "modules/discovery/lists/rebuild_lists.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

using testing::open_stall;
using testing::picture;
using testing::publishes;
using testing::verdict;

std::vector<std::string> ids_of(const Answer& page)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < page.json().count("/items"); ++i) out.push_back(page.text("/items/" + std::to_string(i) + "/id"));
    return out;
}

std::vector<std::string> all_of(Person& reader, const std::string& list)
{
    std::vector<std::string> out;
    std::string cursor;
    do {
        const auto page = reader.get(list + (list.find('?') == std::string::npos ? "?" : "&") + "limit=3&cursor=" + cursor).is(200);
        const auto ids = ids_of(page);
        out.insert(out.end(), ids.begin(), ids.end());
        cursor = page.json().has("/next") ? page.text("/next") : "";
    } while (!cursor.empty());
    return out;
}

// A note that says something; its id.
std::string writes(Person& author, const std::string& title, const std::string& text, const std::string& more = "")
{
    return author.post("/v1/notes", R"({"title":")" + title + R"(","text":")" + text + R"(","media":[")" + picture(author) + R"("])" +
                                        (more.empty() ? "" : "," + more) + "}").is(201).text("/id");
}

std::string place(double latitude, double longitude)
{
    return R"("place":{"name":"somewhere","latitude":)" + std::to_string(latitude) + R"(,"longitude":)" + std::to_string(longitude) + "}";
}

}  // namespace

TEST(Feed, the_newest_note_comes_first_with_all_a_list_shows)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    publishes(ada, "First");
    town.wait(1s);
    const auto stall = open_stall(ada, "Ada's", {{"红", yuan(99)}});
    publishes(ada, "Second", R"("products":[")" + stall.product + R"("])");
    town.settles();

    bo.get("/v1/feed/latest").is(200).counts("/items", 2).says("/items/0/title", "Second").says("/items/1/title", "First")
        .says("/items/0/author/handle", "ada").says("/items/0/product/price_from", 9900).says("/items/0/disclosed", "true")
        .says("/items/0/likes", 0).counts("/mine/liked", 0).counts("/mine/following", 0);
    EXPECT_TRUE(bo.get("/v1/feed/latest").json().has("/items/0/cover/blurhash"));
    EXPECT_FALSE(town.guest().get("/v1/feed/latest").is(200).json().has("/mine"));
}

TEST(Feed, a_page_is_stable_while_notes_are_written)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    for (int i = 0; i < 5; ++i) {
        publishes(ada, "Note " + std::to_string(i));
        town.wait(1s);
    }
    const auto first = bo.get("/v1/feed/latest?limit=2").is(200).says("/items/0/title", "Note 4").says("/items/1/title", "Note 3");
    publishes(ada, "Late");
    town.settles();
    const auto second = bo.get("/v1/feed/latest?limit=2&cursor=" + first.text("/next")).is(200).says("/items/0/title", "Note 2");
    const auto last = bo.get("/v1/feed/latest?limit=2&cursor=" + second.text("/next")).is(200).counts("/items", 1).says("/items/0/title", "Note 0");
    EXPECT_FALSE(last.json().has("/next"));
    bo.get("/v1/feed/latest?cursor=nonsense").is(422).faults("?cursor");
}

TEST(Feed, likes_are_counted_within_a_second_and_mine_are_marked)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const std::string note = publishes(ada, "Autumn");
    town.wait(1s);
    bo.get("/v1/feed/latest").says("/items/0/likes", 0);
    bo.put("/v1/notes/" + note + "/like").is(204);
    bo.put("/v1/users/" + ada.id() + "/follow").is(204);
    town.wait(1s);
    bo.get("/v1/feed/latest").says("/items/0/likes", 1).says("/mine/liked/0", note).says("/mine/following/0", ada.id());
    ada.get("/v1/feed/latest").says("/items/0/likes", 1).counts("/mine/liked", 0);
}

TEST(Feed, following_shows_all_notes_of_those_i_follow_and_nothing_else)
{
    Town town;
    auto [ada, bo, cy, di] = town.people("ada", "bo", "cy", "di");
    std::vector<std::string> expected;
    for (int i = 0; i < 13; ++i) {
        const std::string title = "Note " + std::to_string(i);
        const std::string note = publishes(i % 3 == 0 ? ada : i % 3 == 1 ? bo : cy, title);
        if (i % 3 != 2) expected.insert(expected.begin(), note);
        town.wait(i % 2 == 0 ? Duration{1s} : Duration{std::chrono::hours{24 * 4}});   // some within a day, some weeks apart
    }
    di.get("/v1/feed/following").is(200).counts("/items", 0);
    di.put("/v1/users/" + ada.id() + "/follow").is(204);
    di.put("/v1/users/" + bo.id() + "/follow").is(204);
    town.settles();
    EXPECT_EQ(all_of(di, "/v1/feed/following"), expected);
    town.guest().get("/v1/feed/following").is_refused("base.not_signed_in");
}

TEST(list_topics, tells_the_fuller_first_and_leaves_out_what_the_reader_hid)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    writes(ada, "One", "#tea#");
    writes(ada, "Two", "#tea# #books#");
    town.settles();
    town.guest().get("/v1/topics").is(200).counts("/items", 2).says("/items/0/name", "tea").says("/items/0/notes", 2);
    town.guest().get("/v1/topics?limit=1").is(200).counts("/items", 1);
    bo.put("/v1/me/hidden/topics/books").is(204);
    bo.get("/v1/topics").is(200).counts("/items", 1).says("/items/0/notes", 1);
}

TEST(Feed, a_topic_gathers_its_notes_however_it_is_written)
{
    Town town;
    auto ada = town.person("ada");
    writes(ada, "One", "#口红# 好看");
    town.wait(1s);
    writes(ada, "Two", "#Lancôme 試色 #口红");
    publishes(ada, "Three");
    town.settles();
    ada.get("/v1/topics/%E5%8F%A3%E7%BA%A2/notes").is(200).counts("/items", 2).says("/items/0/title", "Two");
    ada.get("/v1/topics/LANCOME/notes").is(200).counts("/items", 1).says("/items/0/title", "Two");
    ada.get("/v1/topics/nothing/notes").is(200).counts("/items", 0);
}

TEST(Feed, a_shop_and_a_product_show_the_notes_that_pin_them)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto stall = open_stall(ada, "Ada's", {{"红", yuan(99)}});
    publishes(bo, "Pinned", R"("products":[")" + stall.product + R"("])");
    publishes(bo, "Plain");
    town.settles();
    bo.get("/v1/shops/" + stall.shop + "/notes").is(200).counts("/items", 1).says("/items/0/title", "Pinned");
    bo.get("/v1/products/" + stall.product + "/notes").is(200).counts("/items", 1).says("/items/0/title", "Pinned");
    bo.get("/v1/users/" + bo.id() + "/notes").is(200).counts("/items", 2);
    bo.get("/v1/users/" + ada.id() + "/notes").is(200).counts("/items", 0);
}

TEST(Feed, nearby_goes_outward_and_says_how_far)
{
    Town town;
    auto ada = town.person("ada");
    publishes(ada, "Far", place(31.60, 121.47));        // 41 km north of People's Square
    publishes(ada, "Near", place(31.235, 121.475));
    publishes(ada, "Middle", place(31.28, 121.47));
    publishes(ada, "Beijing", place(39.90, 116.40));
    publishes(ada, "Nowhere");
    town.settles();
    const std::string here = "/v1/feed/nearby?latitude=31.2304&longitude=121.4737";
    const auto page = ada.get(here).is(200).counts("/items", 3).says("/items/0/title", "Near").says("/items/1/title", "Middle")
                          .says("/items/2/title", "Far");
    EXPECT_NEAR(double(page.number("/metres/0")), 527, 15);
    EXPECT_NEAR(double(page.number("/metres/2")), 41'100, 200);
    EXPECT_EQ(all_of(ada, here), ids_of(page));
    ada.get("/v1/feed/nearby?latitude=31").is(422).faults("?longitude");
    ada.get("/v1/feed/nearby?latitude=91&longitude=0").is(422).faults("?latitude");
}

TEST(Feed, related_notes_share_most_and_others_wrote_them)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const std::string read = writes(ada, "Read", "#口红# #秋冬#");
    writes(ada, "Own", "#口红# #秋冬#");
    writes(bo, "One topic", "#口红#");
    writes(bo, "Both topics", "#口红# #秋冬#");
    writes(bo, "Another matter", "#旅行#");
    town.settles();
    bo.get("/v1/notes/" + read + "/related").is(200).counts("/items", 3).says("/items/0/title", "Both topics")
        .says("/items/1/title", "One topic").says("/items/2/title", "Own");
    bo.get("/v1/notes/nte_0000000000001/related").is_refused("base.not_found");
}

TEST(Feed, who_blocks_somebody_no_longer_meets_them)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    publishes(ada, "Hello");
    town.settles();
    bo.put("/v1/me/blocks/" + ada.id()).is(204);
    bo.get("/v1/feed/latest").is(200).counts("/items", 0);
    bo.get("/v1/search/notes?q=hello").is(200).counts("/items", 0);
    ada.get("/v1/feed/latest").is(200).counts("/items", 1);
}

TEST(Feed, an_operator_sees_how_a_page_came_about)
{
    Town town;
    auto ada = town.person("ada");
    auto op = town.person_with_role("op", Role::operator_);
    publishes(ada, "Hello");
    town.settles();
    op.get("/v1/feed/latest?explain=true").is(200).says("/steps/0/step", "recall").says("/steps/0/left", 1).says("/steps/1/step", "filter");
    ada.get("/v1/feed/latest?explain=true").is_refused("base.not_allowed");
}

TEST(Feed, lists_that_were_lost_are_made_again)
{
    Town town;
    auto ada = town.person("ada");
    publishes(ada, "One");
    publishes(ada, "Two");   // nobody has heard of them: as if they had been imported
    ada.get("/v1/feed/latest").is(200).counts("/items", 0);
    discovery::rebuild_lists(town.world(), {}, [] { return true; });
    ada.get("/v1/feed/latest").is(200).counts("/items", 2).says("/items/0/title", "Two");
    town.settles();
    ada.get("/v1/feed/latest").is(200).counts("/items", 2);
}

// Whatever happens to a note, every surface shows exactly what anybody may see now.
TEST(Feed, no_surface_shows_what_is_not_public)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    bo.put("/v1/users/" + ada.id() + "/follow").is(204);
    const auto stall = open_stall(ada, "Ada's", {{"红", yuan(99)}});
    town.settles();
    const std::string everywhere = R"("products":[")" + stall.product + R"("],)" + place(31.23, 121.47);
    const std::vector<std::string> surfaces{"/v1/feed/latest", "/v1/feed/following", "/v1/topics/topic/notes", "/v1/shops/" + stall.shop + "/notes",
                                            "/v1/products/" + stall.product + "/notes", "/v1/users/" + ada.id() + "/notes",
                                            "/v1/feed/nearby?latitude=31.23&longitude=121.47", "/v1/search/notes?q=needle"};
    struct Kept {
        std::string id;
        bool open = true, hidden = false, deleted = false;
    };
    std::vector<Kept> notes;
    std::mt19937 random(20301111);
    for (int step = 0; step < 60; ++step) {
        const std::size_t which = notes.empty() ? 0 : random() % notes.size();
        switch (random() % 5) {
            case 0:
            case 1: notes.push_back({writes(ada, "Note " + std::to_string(step), "#topic# needle", everywhere)}); break;
            case 2:
                if (notes.empty() || notes[which].deleted) break;
                notes[which].open = !notes[which].open;
                ada.put("/v1/notes/" + notes[which].id + "/visibility", notes[which].open ? R"({"visibility":"public"})" : R"({"visibility":"only_me"})");
                break;
            case 3:
                if (notes.empty() || notes[which].deleted) break;
                notes[which].hidden = !notes[which].hidden;
                verdict(town, notes[which].id, notes[which].hidden);
                break;
            case 4:
                if (notes.empty() || notes[which].deleted) break;
                notes[which].deleted = true;
                ada.del("/v1/notes/" + notes[which].id);
                break;
        }
        town.wait(random() % 2 == 0 ? Duration{} : Duration{1s});
        if (step % 3 != 0) continue;
        std::set<std::string> open;
        for (const Kept& note : notes)
            if (note.open && !note.hidden && !note.deleted) open.insert(note.id);
        for (const std::string& surface : surfaces) {
            if (open.empty() && surface.starts_with("/v1/search")) continue;
            const auto shown = all_of(bo, surface);
            EXPECT_EQ(std::set<std::string>(shown.begin(), shown.end()), open) << surface << " after step " << step;
            EXPECT_EQ(shown.size(), open.size()) << surface << " shows something twice";
        }
    }
}

}  // namespace meadow
