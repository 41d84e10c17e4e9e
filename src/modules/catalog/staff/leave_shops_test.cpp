// Somebody who had a part in shops leaves the town.
#include "modules/catalog/staff/leave_shops.hpp"

#include "support/market.hpp"

namespace meadow {

TEST(leave_shops, closes_the_shops_of_a_founder_and_takes_what_they_sold_off_sale)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}});
    town.settles();
    lin.post("/v1/shops/" + stall.shop + "/staff", R"({"handle":"bo","may":"editor"})").is(201);
    bo.post("/v1/shops/" + stall.shop + "/staff/acceptance").is(204);
    lin.post("/v1/me/deletion", R"({"password":"correct horse lin"})").is(204);
    town.settles();
    town.guest().get("/v1/shops/" + stall.shop).says("/state", "closed");
    EXPECT_FALSE(town.guest().get("/v1/products/" + stall.product + "/offer").is(200).json().truth("/on_sale"));
    bo.get("/v1/shops/" + stall.shop + "/staff").is(200).counts("/items", 1);  // still an editor of what is left
    testing::light_shop(bo, "Lin's");                                             // the name is free again
}

TEST(leave_shops, takes_staff_off_the_lists_of_others)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const std::string shop = testing::light_shop(lin, "Lin's"), staff = "/v1/shops/" + shop + "/staff";
    lin.post(staff, R"({"handle":"bo","may":"editor"})").is(201);
    bo.post(staff + "/acceptance").is(204);
    bo.get("/v1/me/export").is(200).says("/catalog/shops/0/shop", shop).says("/catalog/shops/0/may", "editor");
    bo.post("/v1/me/deletion", R"({"password":"correct horse bo"})").is(204);
    town.settles();
    lin.get(staff).is(200).counts("/items", 1);
    town.guest().get("/v1/shops/" + shop).says("/state", "open");
}

TEST(leave_shops, uploads_of_who_left_stay_but_are_nobodys)
{
    Town town;
    auto lin = town.person("lin");
    const std::string picture = testing::picture(lin);
    lin.get("/v1/me/export").is(200).counts("/media", 1).says("/media/0/picture/id", picture);
    lin.post("/v1/me/deletion", R"({"password":"correct horse lin"})").is(204);
    town.settles();
    town.guest().get("/v1/media/" + picture).is(200);
}

}  // namespace meadow
