// Choosing among products: filters, facets and orders.
#include <set>

#include "support/market.hpp"
#include "support/searching.hpp"

namespace meadow {
namespace {

using testing::encoded;
using testing::light_shop;
using testing::sells;

const std::string clips = "/v1/search/products?q=" + encoded("发夹");

std::int64_t facet(const Answer& answer, const std::string& of, const std::string& value)
{
    for (std::size_t i = 0; i < answer.json().count("/facets/" + of); ++i) {
        const std::string at = "/facets/" + of + "/" + std::to_string(i);
        if (answer.text(at + "/value") == value) return answer.number(at + "/count");
    }
    return 0;
}

}  // namespace

TEST(SearchShelves, filters_say_what_every_other_choice_would_leave)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    sells(lin, shop, "哑光发夹", {{"", yuan(39)}});
    sells(lin, shop, "滋润发夹", {{"", yuan(139), 0}});
    sells(lin, shop, "面膜", {{"", yuan(39)}});
    town.settles();
    const auto all = lin.get(clips + "&facets=true").is(200);
    const std::int64_t found = std::int64_t(all.json().count("/items"));
    ASSERT_EQ(found, 2);
    EXPECT_EQ(all.number("/facets/in_stock"), found - 1);
    EXPECT_EQ(facet(all, "profiles", "light"), 2);
    EXPECT_EQ(facet(all, "categories", "beauty.lipstick"), found);
    const auto cheap = lin.get(clips + "&facets=true&most=5000").is(200).counts("/items", 1);
    EXPECT_EQ(facet(cheap, "profiles", "light"), 1);
    EXPECT_EQ(std::int64_t(cheap.json().count("/facets/prices")), std::int64_t(all.json().count("/facets/prices")));   // the price is the question itself
    lin.get(clips + "&in_stock=true&profile=light").is(200).counts("/items", 1).says("/items/0/title", "哑光发夹").says("/items/0/in_stock", "true");
    lin.get(clips + "&shop=" + shop).is(200).counts("/items", 2);
    lin.get(clips + "&stars=4").is(200).counts("/items", 0);
    lin.get(clips + "&brand=nobody").is(200).counts("/items", 0);
}

TEST(SearchShelves, shows_the_newest_products_when_nothing_answers_but_nothing_where_the_choice_is_what_nothing_fits)
{
    Town town;
    auto lin = town.person("lin");
    sells(lin, light_shop(lin, "Lin's"), "哑光发夹", {{"", yuan(39)}});
    town.settles();
    const std::string nowhere = "/v1/search/products?q=zeppelin&facets=true";
    for (const char* order : {"", "&sort=price_up"})
        EXPECT_EQ(facet(lin.get(nowhere + order).is(200).says("/instead", "true").counts("/items", 1), "profiles", "light"), 1);
    lin.get(nowhere + "&in_stock=true").is(200).says("/instead", "false").counts("/items", 0);
    lin.get(clips + "&least=90000").is(200).says("/instead", "false").counts("/items", 0);
    auto bo = town.person("bo");
    bo.put("/v1/me/blocks/" + lin.id()).is(204);
    bo.get(nowhere).is(200).says("/instead", "true").counts("/items", 0);
}

TEST(SearchShelves, a_brand_is_read_off_the_title_where_no_shop_speaks_for_it)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    sells(lin, shop, "LANCOME 发夹", {{"", yuan(39)}});
    sells(lin, shop, "兰蔻发夹", {{"", yuan(49)}});
    sells(lin, shop, "手工发夹", {{"", yuan(9)}});
    town.settles();
    EXPECT_EQ(facet(lin.get(clips + "&facets=true").is(200).counts("/items", 3), "brands", "兰蔻"), 2);
    lin.get(clips + "&brand=" + encoded("兰蔻")).is(200).counts("/items", 2).says("/items/0/brand", "兰蔻");
    lin.get(clips + "&brand=nobody").is(200).counts("/items", 0);
}

TEST(SearchShelves, orders_page_through_everything_once)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    for (int i = 0; i < 7; ++i) sells(lin, shop, "发夹 " + std::to_string(i), {{"", yuan(10 + 7 * i % 5)}});
    sells(lin, shop, "面膜", {{"", yuan(1)}});
    town.settles();
    for (const std::string order : {"price_up", "price_down", "newest", "rating", "best"}) {
        std::set<std::string> seen;
        std::int64_t last = order == "price_up" ? 0 : INT64_MAX;
        std::string cursor;
        do {
            const auto page = lin.get(clips + "&sort=" + order + "&limit=3&cursor=" + cursor).is(200);
            for (std::size_t i = 0; i < page.json().count("/items"); ++i) {
                const std::string at = "/items/" + std::to_string(i);
                EXPECT_TRUE(seen.insert(page.text(at + "/title")).second) << order;
                const std::int64_t price = page.number(at + "/price_from");
                EXPECT_TRUE(order != "price_up" || price >= last) << price << " after " << last;
                EXPECT_TRUE(order != "price_down" || price <= last) << price << " after " << last;
                last = price;
            }
            cursor = page.json().has("/next") ? page.text("/next") : "";
        } while (!cursor.empty());
        EXPECT_EQ(seen.size(), 7u) << order;
        lin.get(clips + "&sort=" + order + "&cursor=nonsense").is(422).faults("?cursor");
    }
}

TEST(SearchShelves, what_is_sold_out_stands_behind_and_returns_with_the_stock)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    sells(lin, shop, "发夹", {{"", yuan(99)}});
    const auto late = sells(lin, shop, "发夹", {{"", yuan(99), 0}});
    town.settles();
    lin.get(clips + "&in_stock=true").is(200).counts("/items", 1);
    lin.get(clips).is(200).counts("/items", 2).says("/items/1/id", late.id);
    const std::string stock = "/v1/shops/" + shop + "/stock/" + late.skus[0];
    lin.post(stock + "/adjustments", R"({"by":5,"why":"delivered"})").is(200);
    town.settles();
    lin.get(clips + "&in_stock=true").is(200).counts("/items", 2);
}

}  // namespace meadow
