// Opening a shop and looking at it.
#include "modules/catalog/shops/open_shop.hpp"
#include "support/market.hpp"

namespace meadow {

TEST(open_shop, takes_one_request_and_is_marked_as_a_light_shop)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop =
        lin.post("/v1/shops", R"({"name":"Lin's lipsticks","intro":"红色的","city":"上海"})").is(201).text("/id");
    town.guest()
        .get("/v1/shops/" + shop)
        .is(200)
        .says("/profile", "light")
        .says("/state", "open")
        .says("/owner", lin.id())
        .says("/city", "上海");
    town.guest().get("/v1/shops/shp_0000000000001").is_refused("base.not_found");
    town.guest().post("/v1/shops", R"({"name":"Nobody's","intro":"","city":"上海"})").is(401);
}

TEST(open_shop, refuses_a_name_that_reads_like_another_shops)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    lin.post("/v1/shops", R"({"name":"Red House","intro":"","city":"上海"})").is(201);
    bo.post("/v1/shops", R"({"name":"ＲＥＤ  house","intro":"","city":"北京"})").is_refused("catalog.shop_name_taken");
}

TEST(open_shop, refuses_more_shops_than_one_person_may_have_and_another_persons_logo)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    for (int i = 0; i < 5; ++i)
        lin.post("/v1/shops", R"({"name":"Shop )" + std::to_string(i) + R"(","intro":"","city":"上海"})").is(201);
    lin.post("/v1/shops", R"({"name":"Shop 6","intro":"","city":"上海"})").is_refused("catalog.too_many_shops");
    const std::string logo = testing::picture(lin);
    bo.post("/v1/shops", R"({"name":"Bo's","intro":"","city":"上海","logo":")" + logo + R"("})")
        .is_refused("catalog.foreign_picture");
}

}  // namespace meadow
