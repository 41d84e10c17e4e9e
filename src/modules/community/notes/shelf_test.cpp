// Note pages kept in memory never show what is not so any more.
#include "modules/community/notes/shelf.hpp"

#include "base/json_halves.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"

namespace meadow::community {

TEST(NotePage, joined_of_two_parts_is_the_page_as_a_whole)
{
    NotePage page;
    page.id = NoteId{7};
    page.title = R"("products":[],"counts":)";
    page.tags.push_back({});
    const std::string lasting = first_half<NotePage, MovingPart>(page);
    MovingPart moving;
    moving.products.push_back({});
    moving.counts.likes = 3;
    moving.me.liked = true;
    page.products = moving.products;
    page.counts = moving.counts;
    page.me = moving.me;
    EXPECT_EQ(joined<NotePage>(lasting, moving).text, to_json(page));
}

TEST(show_note, shows_edits_verdicts_prices_and_counters_at_once_though_it_was_read_before)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto stall = testing::open_stall(ada, "Ada's", {{"", yuan(9)}});
    const auto note = testing::publishes(ada, "first", R"("products":[")" + stall.product + R"("])");
    const std::string page = "/v1/notes/" + note;
    bo.get(page).says("/title", "first").counts("/products", 1);
    ada.put(page, testing::note_json(ada, "second", R"("expected_version":1)")).is(200);
    bo.get(page).says("/title", "second").counts("/products", 0).says("/counts/likes", 0);
    bo.put(page + "/like").is(204);
    bo.get(page).says("/counts/likes", 1).says("/me/liked", "true");
    town.guest().get(page).says("/me/liked", "false");
    ada.patch("/v1/me", R"({"name":"Ada L."})").is(200);
    ada.get(page).says("/author/name", "Ada L.");
    town.settles();
    bo.get(page).says("/author/name", "Ada L.");
    testing::verdict(town, note, true);
    bo.get(page).is(404);
}

}  // namespace meadow::community
