// Buying: from one tap to a parcel that was received, and everything that may come between.
// Verbs: place_order, price_order, cancel_order, mark_paid, confirm_receipt, show_order, export_orders, show_offer, set_terms, add_address,
// edit_address, tell_buyer (tell_paid, tell_shipped, tell_delivered, tell_refunded, tell_refund_closed).
#include "support/buying.hpp"

namespace meadow::testing {
namespace {

struct Orders : ::testing::Test {
    Town town;
    Buyer ada = buyer(town, "ada");
    Buyer bo = buyer(town, "bo");
    Person lin = town.person("lin");

    Stall stall(const std::vector<Choice>& choices)
    {
        Stall out = open_stall(lin, "Lin", choices);
        town.settles();
        return out;
    }
    std::int64_t available(const Stall& stall) { return town.guest().get("/v1/products/" + stall.product + "/offer").is(200).number("/skus/0/available"); }
};

}  // namespace

TEST_F(Orders, the_last_piece_goes_to_one_buyer_and_returns_if_unpaid)
{
    const Stall lipstick = stall({{"红", yuan(99), 1}});
    const Bought adas = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    buys(bo, lipstick.shop, lipstick.skus[0], 1, yuan(99)).is_refused("fulfilment.sold_out");
    EXPECT_EQ(available(lipstick), 0);

    town.wait(15min);
    ada.get(adas.path()).is(200).says("/state", "cancelled").says("/moves/0/why", "not paid in time");
    EXPECT_EQ(available(lipstick), 1);
    bought(bo, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    books_balance(town);
}

TEST_F(Orders, an_order_lives_from_placed_to_completed)
{
    const Stall lipstick = stall({{"红", yuan(99), 10}});
    const Bought order = bought(ada, lipstick.shop, lipstick.skus[0], 2, yuan(198));
    town.settles();
    ada.get("/v1/orders?tab=to_pay").counts("/items", 1).says("/items/0/order", order.order).says("/items/0/lines/0/count", 2);

    EXPECT_EQ(pays(town, order, yuan(198)), "paid");
    ada.get(order.path()).says("/state", "paid").says("/total", 19800).says("/destination/city", "上海");
    ada.get("/v1/orders?tab=to_pay").counts("/items", 0);
    ada.get("/v1/orders?tab=to_ship").counts("/items", 1);
    town.wait(1h);
    ada.get(order.path()).says("/state", "paid");   // the payment deadline passes it by

    ships(town, order);
    ada.get("/v1/orders?tab=to_receive").counts("/items", 1);
    delivers(town, order);
    ada.get(order.path()).says("/state", "delivered");
    ada.post(order.path() + "/receipt").is(204);
    ada.post(order.path() + "/receipt").is(204);
    town.settles();
    ada.get(order.path()).says("/state", "completed").counts("/moves", 4).says("/moves/3/from", "delivered").says("/moves/3/by", ada.id());
    ada.get("/v1/orders?tab=to_review").counts("/items", 1);
    books_balance(town);
}

TEST_F(Orders, the_bell_tells_the_buyer_what_happens_without_them)
{
    const Stall lipstick = stall({{"红", yuan(99), 10}});
    const Bought order = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    EXPECT_EQ(pays(town, order, yuan(99)), "paid");
    ships(town, order);
    delivers(town, order);
    town.settles();
    ada.get("/v1/notifications?group=orders").is(200).counts("/items", 3).says("/items/0/what", "order_delivered")
        .says("/items/0/about", order.shop + "/" + order.order).says("/items/1/what", "order_shipped").says("/items/2/what", "order_paid");
    lin.get("/v1/notifications?group=orders").is(200).counts("/items", 0);
}

TEST_F(Orders, a_buyer_gives_up_an_unpaid_order_and_its_pieces_are_free_at_once)
{
    const Stall lipstick = stall({{"红", yuan(99), 1}});
    const Bought order = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    bo.post(order.path() + "/cancellation").is_refused("base.not_found");
    lin.post(order.path() + "/cancellation").is_refused("base.not_found");
    ada.post(order.path() + "/cancellation").is(204);
    ada.post(order.path() + "/cancellation").is(204);
    const Bought bos = bought(bo, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    pays(town, bos, yuan(99));
    bo.post(bos.path() + "/cancellation").is_refused("trading.too_late");
}

TEST_F(Orders, a_changed_price_is_explained_not_charged)
{
    const Stall lipstick = stall({{"红", yuan(99), 10}});
    lin.put("/v1/shops/" + lipstick.shop + "/terms", R"({"shipping_fee":600,"free_from":30000,"round_to":"fen"})").is(200);
    const Answer no = buys(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    no.is(409).is_refused("trading.price_changed").counts("/errors", 3).says("/errors/1/detail", "shipping: shipping ¥6.00");
    EXPECT_NE(no.text("/detail").find("¥105.00"), std::string::npos);
    const Bought order = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(105));
    ada.get(order.path()).says("/price/0/amount", 9900).says("/price/1/amount", 600).says("/price/2/included", 1139);
    EXPECT_EQ(available(lipstick), 9);   // the refused one held nothing
    bought(ada, lipstick.shop, lipstick.skus[0], 4, yuan(396));   // enough for free shipping
}

TEST_F(Orders, what_was_sold_never_changes_afterwards)
{
    const Stall lipstick = stall({{"红", yuan(99), 10}});
    const Bought order = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    ada.put("/v1/addresses/" + ada.address, R"({"receiver":"ada","phone":"13800138000","province":"北京","city":"北京","district":"","detail":"1"})").is(200);
    lin.put("/v1/shops/" + lipstick.shop + "/terms", R"({"shipping_fee":600,"round_to":"fen"})").is(200);
    ada.get(order.path()).says("/destination/city", "上海").says("/total", 9900).says("/lines/0/title", "Lin lipstick");
}

TEST_F(Orders, one_person_cannot_hold_the_whole_shop)
{
    const Stall lipstick = stall({{"红", yuan(1), 1000}});
    for (int i = 0; i < 4; ++i) bought(ada, lipstick.shop, lipstick.skus[0], 5, yuan(5));
    buys(ada, lipstick.shop, lipstick.skus[0], 1, yuan(1)).is_refused("fulfilment.holds_too_many");
    bought(bo, lipstick.shop, lipstick.skus[0], 5, yuan(5));
    town.wait(15min);
    bought(ada, lipstick.shop, lipstick.skus[0], 5, yuan(5));
}

TEST_F(Orders, what_cannot_be_bought_is_refused_with_a_reason)
{
    const Stall lipstick = stall({{"红", yuan(99), 10}});
    Buyer owner{lin, ""};
    buys(owner, lipstick.shop, lipstick.skus[0], 1, yuan(99)).is_refused("trading.own_shop");
    buys(ada, lipstick.shop, "sku_0000000000001", 1, yuan(99)).is_refused("trading.not_on_sale").faults("/lines/0");
    buys(ada, "shp_0000000000001", lipstick.skus[0], 1, yuan(99)).is_refused("base.not_found");
    Buyer thief = bo;
    thief.address = ada.address;
    buys(thief, lipstick.shop, lipstick.skus[0], 1, yuan(99)).is_refused("trading.bad_address").faults("/address");
    buys(ada, lipstick.shop, lipstick.skus[0], 0, Money{0}).is(422).faults("/lines/0/count");
    buys(ada, lipstick.shop, lipstick.skus[0], 10'000, yuan(990'000)).is(422).faults("/lines/0/count");
    ada.post("/v1/orders", R"({"shop":")" + lipstick.shop + R"(","lines":[],"address":")" + ada.address + R"(","expected_total":0})").is(422).faults("/lines");
    ada.post("/v1/orders", R"({"shop":")" + lipstick.shop + R"(","address":")" + ada.address + R"(","expected_total":0})").is(422).faults("/lines");
}

TEST_F(Orders, the_same_key_is_answered_again_even_when_its_own_order_took_the_last_piece)
{
    const Stall lipstick = stall({{"红", yuan(99), 1}});
    ada.with_key("last-piece-1");
    const Answer first = buys(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99)).is(201);
    ada.with_key("last-piece-1");
    EXPECT_EQ(buys(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99)).is(201).text("/order"), first.text("/order"));
    ada.with_key("last-piece-1");
    buys(ada, lipstick.shop, lipstick.skus[0], 2, yuan(198)).is_refused("http.idempotency_key_reused");
    ada.with_key("last-piece-2");
    buys(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99)).is_refused("fulfilment.sold_out");
}

TEST_F(Orders, strangers_see_nothing_of_an_order)
{
    const Stall lipstick = stall({{"红", yuan(99), 10}});
    const Bought order = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    bo.get(order.path()).is_refused("base.not_found");
    town.guest().get(order.path()).is_refused("base.not_signed_in");
    lin.get(order.path()).is(200).says("/buyer", ada.id());
    bo.get("/v1/shops/" + order.shop + "/orders").is_refused("base.not_found");
    bo.get("/v1/shops/" + order.shop + "/orders.csv").is_refused("base.not_found");
}

TEST_F(Orders, receipt_is_taken_as_confirmed_after_ten_days_and_can_be_put_off_once)
{
    const Stall lipstick = stall({{"红", yuan(99), 10}});
    const Bought first = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    const Bought second = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    for (const Bought& order : {first, second}) {
        pays(town, order, yuan(99));
        ships(town, order);
    }
    ada.post(second.path() + "/extension").is(200).says("/may_extend", "false");
    ada.post(second.path() + "/extension").is_refused("trading.extended_before");
    town.wait(24h * 10);
    ada.get(first.path()).says("/state", "completed").says("/moves/2/why", "taken as received");
    ada.get(second.path()).says("/state", "shipped");
    town.wait(24h * 5);
    ada.get(second.path()).says("/state", "completed");
    books_balance(town);
}

TEST_F(Orders, a_shop_finds_its_orders_by_state_and_time_and_takes_them_home)
{
    const Stall lipstick = stall({{"红", yuan(99), 100}});
    std::vector<Bought> orders;
    for (int i = 0; i < 5; ++i) {
        orders.push_back(bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99)));
        if (i % 2 == 0) pays(town, orders.back(), yuan(99));
        town.wait(1min);
    }
    const std::string list = "/v1/shops/" + lipstick.shop + "/orders";
    lin.get(list).is(200).counts("/items", 5).says("/items/0/id", orders[4].order);
    lin.get(list + "?state=paid").counts("/items", 3);
    lin.get(list + "?state=placed").counts("/items", 2);
    const Answer first = lin.get(list + "?state=paid&limit=2").counts("/items", 2);
    lin.get(list + "?state=paid&limit=2&cursor=" + first.text("/next")).counts("/items", 1).says("/items/0/id", orders[0].order);
    lin.get(list + "?from=2030-11-11T12:02:00Z&until=2030-11-11T12:04:00Z").counts("/items", 2);

    const std::string csv = lin.get(list + ".csv?state=paid").is(200).response().body;
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 4);
    EXPECT_NE(csv.find(orders[4].order + ",paid,"), std::string::npos);
    EXPECT_NE(csv.find("衡山路"), std::string::npos);
}

}  // namespace meadow::testing
