// Opening a shop, changing it, and the states of its life.
#include <set>

#include "modules/catalog/shops/edit_shop.hpp"
#include "modules/catalog/shops/list_shop_moves.hpp"
#include "modules/catalog/shops/move_shop.hpp"
#include "modules/catalog/shops/open_shop.hpp"
#include "support/market.hpp"

namespace meadow {

TEST(open_shop, takes_one_request_and_is_marked_as_a_light_shop)
{
    Town town;
    auto lin = town.person("lin");
    const auto opened = lin.post("/v1/shops", R"({"name":"Lin's lipsticks","intro":"红色的","city":"上海"})").is(201);
    const std::string shop = opened.text("/id");
    town.guest().get("/v1/shops/" + shop).is(200).says("/profile", "light").says("/state", "open").says("/owner", lin.id());
    town.guest().get("/v1/shops/shp_0000000000001").is_refused("base.not_found");  // show_shop
    town.guest().post("/v1/shops", R"({"name":"Nobody's","intro":"","city":"上海"})").is(401);
}

TEST(open_shop, refuses_a_name_that_reads_like_another_shops)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    testing::light_shop(lin, "Red House");
    bo.post("/v1/shops", R"({"name":"ＲＥＤ  house","intro":"","city":"北京"})").is_refused("catalog.shop_name_taken");
}

TEST(open_shop, refuses_more_shops_than_one_person_may_have_and_another_persons_logo)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    for (int i = 0; i < 5; ++i) testing::light_shop(lin, "Shop " + std::to_string(i));
    lin.post("/v1/shops", R"({"name":"Shop 6","intro":"","city":"上海"})").is_refused("catalog.too_many_shops");
    const std::string logo = testing::picture(lin);
    bo.post("/v1/shops", R"({"name":"Bo's","intro":"","city":"上海","logo":")" + logo + R"("})")
        .is_refused("catalog.foreign_picture");
}

TEST(edit_shop, changes_what_is_given_and_frees_the_old_name)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const std::string shop = testing::light_shop(lin, "Lin's");
    testing::light_shop(bo, "Bo's");
    const std::string path = "/v1/shops/" + shop;
    lin.patch(path, R"({"name":"Lin & Co","company":"林氏","licence":"91350100M000100Y43"})").is(200).says("/city", "上海");
    town.guest().get(path).says("/name", "Lin & Co").says("/licence", "91350100M000100Y43");
    lin.patch(path, R"({"name":"bo's"})").is_refused("catalog.shop_name_taken");
    lin.patch(path, R"({"licence":"91350100M000100Y44"})").is(422).faults("/licence");
    lin.patch(path, R"({"company":""})").is(422).faults("/licence");
    bo.patch(path, R"({"name":"Bo has it"})").is_refused("base.not_found");
    testing::light_shop(bo, "Lin's");
}

TEST(change_shop_state, pauses_opens_and_closes_and_tells_of_every_product)
{
    Town town;
    auto lin = town.person("lin");
    const auto stall = testing::open_stall(lin, "Lin's", {{"", yuan(9)}});
    const std::string state = "/v1/shops/" + stall.shop + "/state", product = "/v1/products/" + stall.product;
    const auto on_sale = [&] { return town.guest().get(product).is(200).json().truth("/on_sale"); };
    EXPECT_TRUE(on_sale());

    lin.put(state, R"({"state":"paused","reason":"holidays"})").is(204);
    EXPECT_FALSE(on_sale());
    town.guest().get("/v1/shops/" + stall.shop + "/products").is(200).counts("/items", 0);
    lin.put(state, R"({"state":"paused","reason":"again"})").is_refused("catalog.illegal_move");
    lin.put(state, R"({"state":"frozen","reason":"by myself"})").is_refused("catalog.illegal_move");
    lin.put(state, R"({"state":"open","reason":"back"})").is(204);
    EXPECT_TRUE(on_sale());

    lin.put(state, R"({"state":"closed","reason":"enough"})").is(204);
    lin.put(state, R"({"state":"open","reason":"regret"})").is_refused("catalog.illegal_move");
    lin.get("/v1/shops/" + stall.shop + "/moves")
        .is(200)
        .counts("/items", 3)  // list_shop_moves
        .says("/items/0/to", "closed")
        .says("/items/2/reason", "holidays");
    testing::light_shop(lin, "Lin's");  // the name is free again
    town.settles();
}

TEST(rule_on_shop, freezes_a_shop_for_its_merchant_too)
{
    Town town;
    auto lin = town.person("lin");
    auto op = town.person_with_role("op", Role::operator_);
    const auto stall = testing::open_stall(lin, "Lin's", {{"", yuan(9)}});
    const std::string ruling = "/v1/shops/" + stall.shop + "/ruling";
    lin.put(ruling, R"({"state":"frozen","reason":"x"})").is(403);
    op.put(ruling, R"({"state":"frozen","reason":"counterfeits"})").is(204);
    EXPECT_FALSE(town.guest().get("/v1/products/" + stall.product).is(200).json().truth("/on_sale"));
    lin.put("/v1/shops/" + stall.shop + "/state", R"({"state":"open","reason":"please"})").is_refused("catalog.illegal_move");
    lin.post("/v1/shops/" + stall.shop + "/products",
             R"({"product":)" + testing::product_json("More", testing::picture(lin), {{"", yuan(9)}}) + "}")
        .is_refused("catalog.shop_not_trading");
    op.put(ruling, R"({"state":"open","reason":"cleared"})").is(204);
    EXPECT_TRUE(town.guest().get("/v1/products/" + stall.product).is(200).json().truth("/on_sale"));
}

TEST(Shops, reach_every_state_and_leave_all_but_closed)
{
    std::set<catalog::ShopState> reached{catalog::ShopState::open};
    for (std::size_t round = 0; round < std::size(catalog::shop_moves); ++round)
        for (const auto& move : catalog::shop_moves)
            if (reached.contains(move.from)) reached.insert(move.to);
    EXPECT_EQ(reached.size(), 4u);
    for (const auto& move : catalog::shop_moves) EXPECT_NE(move.from, catalog::ShopState::closed);
}

TEST(Shops, know_a_licence_by_its_check_character)
{
    EXPECT_TRUE(catalog::well_formed_licence("91350100M000100Y43"));
    for (const auto* wrong : {"91350100M000100Y34", "91350100M000100Y4", "91350100M000I00Y43", ""})
        EXPECT_FALSE(catalog::well_formed_licence(wrong));
}

}  // namespace meadow
