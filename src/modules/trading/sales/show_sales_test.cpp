#include "modules/trading/sales/show_sales.hpp"

#include "support/buying.hpp"

namespace meadow::trading {

TEST(ShowSales, adds_up_by_day_what_was_paid_and_given_back_and_says_what_waits)
{
    Town town{"2030-11-11 15:00"};  // 23:00 in China: an hour from the next day
    auto lin = town.person("lin");
    const auto stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}, {"粉", yuan(89)}});
    town.settles();
    auto ada = testing::buyer(town, "ada");
    const std::string path = "/v1/shops/" + stall.shop + "/sales?days=2";

    testing::pays(town, testing::bought(ada, stall.shop, stall.skus[0], 1, yuan(99)), yuan(99));
    town.wait(std::chrono::hours{2});  // the next day, though not yet in UTC
    const auto second = testing::bought(ada, stall.shop, stall.skus[1], 2, yuan(178));
    testing::pays(town, second, yuan(178));
    testing::bought(ada, stall.shop, stall.skus[1], 1, yuan(89));  // unpaid: no sale

    const auto sales = lin.get(path).is(200).counts("/days", 2);
    sales.says("/days/0/day", "2030-11-11").says("/days/0/orders", 1).says("/days/0/sold", 9900);
    sales.says("/days/1/day", "2030-11-12").says("/days/1/orders", 1).says("/days/1/sold", 17800);
    sales.says("/waiting/to_ship", 2).says("/waiting/refunds_asked", 0);

    const auto refund = ada.post(second.path() + "/refunds", R"({"reason":"changed_mind"})").is(201).text("/id");
    town.settles();
    testing::paid_back(town, stall.shop, refund);
    town.settles();
    lin.get(path).says("/days/1/refunds", 1).says("/days/1/returned", 17800).says("/waiting/to_ship", 1);
    ada.get(path).is_refused("base.not_found");
    lin.get("/v1/shops/" + stall.shop + "/sales?days=91").is(422).faults("?days");
}

}  // namespace meadow::trading
