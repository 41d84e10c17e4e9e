// What goes with what: notes to read after a note, products to look at beside a product. show_related (kinship), show_related_products
// (found_products).
#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "support/market.hpp"
#include "support/gazette.hpp"
#include "support/reading.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

using testing::ids_of;
using testing::light_shop;
using testing::passes;
using testing::publishes;
using testing::sells;
using testing::writes;

// Says that a reader opened a note, or looked at one of its products.
void looks_at(Person& reader, const std::string& note, const std::string& product = "")
{
    static int events = 0;
    const std::string what = product.empty() ? R"("click")" : R"("product","product":")" + product + '"';
    reader.post("/v1/feed/answers", R"({"answers":[{"event":"look-)" + std::to_string(10'000 + ++events) + R"(","note":")" + note + R"(","answer":)" + what + "}]}").is(200);
}

}  // namespace

TEST(Related, what_the_same_people_opened_comes_before_what_says_the_same)
{
    Town town;
    auto ada = town.person("ada");
    const std::string read = writes(ada, "Autumn lipstick", "#red#"), alike = writes(ada, "Autumn lipstick again, quite another", "#red#"),
                      with = publishes(ada, "Where to walk the dog");
    publishes(ada, "Nothing to do with it");
    passes(town, 1s);
    for (int i = 0; i < 10; ++i) {
        auto reader = town.person("r" + std::to_string(i));
        reader.get("/v1/feed/discover").is(200).counts("/items", 4);
        passes(town, 1s);
        looks_at(reader, read);
        looks_at(reader, with);
    }
    passes(town, 1s);
    auto olga = town.person_with_role("olga", Role::operator_);
    const auto page = olga.get("/v1/notes/" + read + "/related?explain=true").is(200).says("/steps/0/step", "opened").says("/steps/0/left", 1).says("/steps/3/step", "said");
    const auto ids = ids_of(page);
    ASSERT_GE(ids.size(), 2u);
    EXPECT_EQ(ids[0], with);
    EXPECT_EQ(ids[1], alike);
    // Who reads makes no difference, and so neither does whether their feed is personal.
    auto cy = town.person("cy");
    EXPECT_EQ(ids_of(cy.get("/v1/notes/" + read + "/related").is(200)), ids);
    cy.put("/v1/me/feed", R"({"personal":false,"topics":[]})").is(204);
    EXPECT_EQ(ids_of(cy.get("/v1/notes/" + read + "/related").is(200)), ids);
    cy.put("/v1/me/hidden/notes/" + with).is(204);
    EXPECT_EQ(ids_of(cy.get("/v1/notes/" + read + "/related").is(200)).front(), alike);
}

TEST(Related, near_duplicates_and_withdrawn_notes_are_no_further_reading)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const std::string words = "This lipstick of mine stays from the morning until late at night #red#";
    const std::string read = writes(ada, "Lipstick", words), copy = writes(bo, "Lipstick", words), other = writes(bo, "Another lipstick", "quite different words about it #red#");
    passes(town, 1s);
    EXPECT_EQ(ids_of(town.guest().get("/v1/notes/" + read + "/related").is(200)), std::vector{other});
    bo.del("/v1/notes/" + other).is(204);
    passes(town, 1s);
    town.guest().get("/v1/notes/" + read + "/related").is(200).counts("/items", 0);
}

TEST(Related, products_the_same_people_wanted_come_before_those_called_alike_and_those_before_their_kind)
{
    Town town;
    auto [lin, ada] = town.people("lin", "ada");
    const std::string shop = light_shop(lin, "Lin's");
    const auto red = sells(lin, shop, "Velvet lipstick red", {{"", yuan(99)}}), pink = sells(lin, shop, "Velvet lipstick pink", {{"", yuan(99)}}),
               mirror = sells(lin, shop, "Pocket mirror", {{"", yuan(20)}}), dear = sells(lin, shop, "Golden lipstick", {{"", yuan(900)}});
    const std::string note = publishes(ada, "What I use", R"("products":[")" + red.id + R"("])");
    passes(town, 1s);
    auto guest = town.guest();
    EXPECT_EQ(ids_of(guest.get("/v1/products/" + red.id + "/related").is(200)), (std::vector{pink.id, dear.id}));
    for (int i = 0; i < 15; ++i) {
        auto reader = town.person("r" + std::to_string(i));
        looks_at(reader, note, red.id);
        looks_at(reader, note, mirror.id);
    }
    passes(town, 1s);
    EXPECT_EQ(ids_of(guest.get("/v1/products/" + red.id + "/related").is(200)), (std::vector{mirror.id, pink.id, dear.id}));
    guest.get("/v1/products/" + red.id + "/related?limit=1").is(200).counts("/items", 1).says("/items/0/title", "Pocket mirror").says("/items/0/shop_name", "Lin's");
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());

    lin.put("/v1/shops/" + shop + "/goods/" + mirror.id + "/state", R"({"state":"withdrawn"})").is(204);
    passes(town, 1s);
    EXPECT_EQ(ids_of(guest.get("/v1/products/" + red.id + "/related").is(200)), (std::vector{pink.id, dear.id}));
    EXPECT_EQ(ids_of(guest.get("/v1/products/" + mirror.id + "/related").is(200)).front(), red.id);   // what led there is still known
    guest.get("/v1/products/prd_0000000000001/related").is_refused("base.not_found");
}

}  // namespace meadow
