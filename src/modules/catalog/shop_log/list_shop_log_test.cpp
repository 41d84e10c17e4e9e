#include "modules/catalog/shop_log/list_shop_log.hpp"

#include "support/market.hpp"

namespace meadow {

TEST(list_shop_log, tells_owners_who_did_what_in_the_shop_s_name)
{
    Town town;
    auto [lin, bo, eve] = town.people("lin", "bo", "eve");
    auto boss = town.person_with_role("boss", Role::operator_);
    const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}});
    town.settles();
    const std::string shop = "/v1/shops/" + stall.shop, log = shop + "/log";
    lin.post(shop + "/staff", R"({"handle":"bo","may":"editor"})").is(201);
    bo.post(shop + "/staff/acceptance").is(204);
    bo.put(shop + "/prices", R"({"prices":[{"sku":")" + stall.skus[0] + R"(","price":8900}]})").is(204);
    bo.post(shop + "/stock/" + stall.skus[0] + "/adjustments", R"({"by":-3,"why":"broken"})").is(200);

    const auto page = lin.get(log).is(200);
    page.says("/items/0/action", "stock_adjusted").says("/items/0/about", stall.skus[0]).says("/items/0/words", "-3").says("/items/0/person/handle", "bo");
    page.says("/items/1/action", "prices_changed").says("/items/1/about", stall.product);
    page.says("/items/2/action", "staff_accepted").says("/items/3/action", "staff_invited").says("/items/3/words", "editor").says("/items/3/person/handle", "lin");
    lin.get(log + "?by=" + lin.id() + "&limit=1").is(200).counts("/items", 1).says("/items/0/action", "staff_invited");
    boss.get(log).is(200);
    bo.get(log).is_refused("base.not_allowed");
    eve.get(log).is_refused("base.not_found");

    bo.put(shop + "/prices", R"({"prices":[{"sku":")" + stall.skus[0] + R"(","price":0}]})").is(422);
    lin.get(log).says("/items/0/action", "stock_adjusted");   // what was refused was not done
}

}  // namespace meadow
