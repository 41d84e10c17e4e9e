#include "modules/trading/order_filters/keep_order_filter.hpp"

#include "support/market.hpp"

namespace meadow {

TEST(keep_order_filter, is_shared_by_the_staff_of_a_shop_and_nobody_else)
{
    Town town;
    auto [lin, bo, eve] = town.people("lin", "bo", "eve");
    const std::string shop = "/v1/shops/" + testing::light_shop(lin, "Lin's"), filters = shop + "/order-filters";
    lin.post(shop + "/staff", R"({"handle":"bo","may":"support"})").is(201);
    bo.post(shop + "/staff/acceptance").is(204);

    lin.put(filters + "/%E5%BE%85%E5%8F%91%E8%B4%A7", R"({"query":"state=paid"})").is(204);
    bo.put(filters + "/Autumn", R"({"query":"from=2030-09-01"})").is(204);
    bo.get(filters).is(200).counts("/items", 2).says("/items/0/name", "Autumn").says("/items/1/name", "待发货").says("/items/1/query", "state=paid");   // list_order_filters
    lin.put(filters + "/Autumn", R"({"query":"from=2030-10-01"})").is(204);
    lin.get(filters).counts("/items", 2).says("/items/0/query", "from=2030-10-01");

    bo.del(filters + "/Autumn").is(204);   // drop_order_filter
    bo.del(filters + "/Autumn").is_refused("base.not_found");
    eve.get(filters).is_refused("base.not_found");
    eve.put(filters + "/Mine", R"({"query":""})").is_refused("base.not_found");
    eve.del(filters + "/x").is_refused("base.not_found");
}

TEST(keep_order_filter, stops_at_the_most_a_shop_may_keep)
{
    Town town;
    auto lin = town.person("lin");
    const std::string filters = "/v1/shops/" + testing::light_shop(lin, "Lin's") + "/order-filters";
    town.sets("trading.most_order_filters", "1");
    lin.put(filters + "/one", R"({"query":""})").is(204);
    lin.put(filters + "/two", R"({"query":""})").is_refused("trading.too_many_filters");
    lin.put(filters + "/one", R"({"query":"state=paid"})").is(204);
}

}  // namespace meadow
