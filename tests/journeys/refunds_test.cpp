// Money on its way back.
// Verbs: ask_refund, answer_refund, withdraw_refund, expire_refund, close_refund, order_refund, list_refunds, refund_succeeded, decide_refund.
#include "support/buying.hpp"

namespace meadow::testing {
namespace {

struct Refunds : ::testing::Test {
    Town town;
    Buyer ada = buyer(town, "ada");
    Buyer bo = buyer(town, "bo");
    Person lin = town.person("lin");
    Person judge = town.person_with_role("judge", Role::operator_);
    Stall stall = open_stall(lin, "Lin", {{"红", yuan(99), 10}});
    Refunds() { town.settles(); }

    Bought paid_order()
    {
        Bought order = bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
        EXPECT_EQ(pays(town, order, yuan(99)), "paid");
        return order;
    }
    Answer asks(const Bought& order) { return ada.post(order.path() + "/refunds", R"({"reason":"damaged","words":"盖子碎了"})"); }
    std::string refund(const std::string& id) { return "/v1/shops/" + stall.shop + "/refunds/" + id; }
    std::int64_t available() { return town.guest().get("/v1/products/" + stall.product + "/offer").number("/skus/0/available"); }
    void state_is(const Bought& order, std::string_view state)
    {
        ada.get(order.path()).says("/state", state);
        books_balance(town);
    }
};

}  // namespace

TEST_F(Refunds, before_shipping_the_money_goes_back_at_once)
{
    const Bought order = paid_order();
    EXPECT_EQ(available(), 9);
    bo.post(order.path() + "/refunds", R"({"reason":"other"})").is_refused("base.not_found");
    const std::string id = asks(order).is(201).says("/state", "approved").says("/amount", 9900).text("/id");
    EXPECT_EQ(available(), 10);
    state_is(order, "refunding");
    town.settles();
    ada.get("/v1/orders?tab=refunds").counts("/items", 1);
    asks(order).is_refused("trading.too_late");
    EXPECT_TRUE(paid_back(town, stall.shop, id));
    EXPECT_FALSE(paid_back(town, stall.shop, id));   // the gateway says it twice
    state_is(order, "refunded");
    lin.get("/v1/shops/" + stall.shop + "/funds").says("/settled", 0).says("/fees", 0);
}

TEST_F(Refunds, before_shipping_a_shop_that_must_be_asked_says_yes_by_silence)
{
    town.sets("trading.refund_at_once", "off");
    const Bought order = paid_order();
    const std::string id = asks(order).is(201).says("/state", "asked").text("/id");
    EXPECT_EQ(available(), 9);
    lin.get("/v1/shops/" + stall.shop + "/refunds?open=true").counts("/items", 1).says("/items/0/words", "盖子碎了");
    lin.get("/v1/shops/" + stall.shop + "/refunds").says("/items/0/buyer/handle", "ada").says("/items/0/order_state", "refunding").counts("/items/0/lines", 1);
    town.wait(23h);
    ada.get(refund(id)).says("/state", "asked");
    town.wait(1h);
    ada.get(refund(id)).says("/state", "approved");
    EXPECT_EQ(available(), 10);
    paid_back(town, stall.shop, id);
    state_is(order, "refunded");
}

TEST_F(Refunds, pictures_are_shown_to_who_decides_and_nobody_shows_anothers)
{
    const Bought order = paid_order();
    ships(town, order);
    const auto asks_with = [&](const std::string& shown) {
        return ada.post(order.path() + "/refunds", R"({"reason":"damaged","words":"盖子碎了","pictures":[")" + shown + R"("]})");
    };
    asks_with(picture(bo, 7)).is_refused("trading.foreign_picture");
    const std::string hers = picture(ada, 8);
    asks_with(hers).is(201).says("/pictures/0", hers);
    lin.get("/v1/shops/" + stall.shop + "/refunds").counts("/items", 1).says("/items/0/pictures/0", hers);
}

TEST_F(Refunds, after_shipping_the_shop_answers)
{
    const Bought order = paid_order();
    ships(town, order);
    const std::string id = asks(order).is(201).says("/state", "asked").text("/id");
    bo.post(refund(id) + "/answer", R"({"granted":true})").is_refused("base.not_found");
    bo.get(refund(id)).is_refused("base.not_found");
    lin.post(refund(id) + "/answer", R"({"granted":false})").is(422).faults("/why");
    lin.post(refund(id) + "/answer", R"({"granted":true})").is(200).says("/state", "approved");
    lin.post(refund(id) + "/answer", R"({"granted":true})").is_refused("trading.too_late");
    paid_back(town, stall.shop, id);
    state_is(order, "refunded");
    EXPECT_EQ(available(), 9);   // the piece is at the buyer's
}

TEST_F(Refunds, a_no_can_be_taken_to_an_operator_whose_word_is_final)
{
    const Bought order = paid_order();
    ships(town, order);
    const std::string id = asks(order).text("/id");
    lin.post(refund(id) + "/answer", R"({"granted":false,"why":"已拆封"})").is(200).says("/state", "rejected");
    state_is(order, "shipped");
    ada.get(refund(id)).says("/answer", "已拆封");
    judge.get("/v1/operator/refunds").counts("/items", 0);
    ada.post(refund(id) + "/escalation").is(200).says("/state", "escalated");
    state_is(order, "refunding");
    judge.get("/v1/operator/refunds").is(200).counts("/items", 1).says("/items/0/buyer/handle", "ada").counts("/items/0/lines", 1);
    lin.post(refund(id) + "/answer", R"({"granted":true})").is_refused("trading.too_late");
    ada.get("/v1/operator/refunds").is_refused("base.not_allowed");
    const std::string decision = "/v1/operator/shops/" + stall.shop + "/refunds/" + id + "/decision";
    judge.post(decision, R"({"granted":false,"why":"照片不符"})").is(200).says("/state", "dismissed");
    state_is(order, "shipped");
    ada.post(refund(id) + "/escalation").is_refused("trading.too_late");

    const std::string second = asks(order).is(201).text("/id");
    lin.post(refund(second) + "/answer", R"({"granted":false,"why":"no"})").is(200);
    ada.post(refund(second) + "/escalation").is(200);
    judge.post("/v1/operator/shops/" + stall.shop + "/refunds/" + second + "/decision", R"({"granted":true})").is(200).says("/state", "approved");
    paid_back(town, stall.shop, second);
    state_is(order, "refunded");
}

TEST_F(Refunds, silence_after_shipping_leaves_it_to_an_operator)
{
    const Bought order = paid_order();
    ships(town, order);
    const std::string id = asks(order).text("/id");
    town.wait(24h * 7);
    ada.get(refund(id)).says("/state", "escalated");
    town.wait(24h * 20);
    state_is(order, "refunding");   // nothing is settled over the buyer's head
    judge.get("/v1/operator/refunds").counts("/items", 1);
}

TEST_F(Refunds, a_request_can_be_withdrawn_and_time_to_object_is_left)
{
    const Bought order = paid_order();
    ships(town, order);
    town.wait(24h * 9);
    const std::string id = asks(order).text("/id");
    town.wait(24h * 3);   // the tenth day passes while it is talked about
    state_is(order, "refunding");
    bo.post(refund(id) + "/withdrawal").is_refused("base.not_found");
    ada.post(refund(id) + "/withdrawal").is(200).says("/state", "withdrawn");
    state_is(order, "shipped");
    town.wait(24h);
    state_is(order, "shipped");
    town.wait(24h);
    state_is(order, "completed");
}

TEST_F(Refunds, are_asked_for_a_few_times_and_a_while_after_completion)
{
    const Bought order = paid_order();
    ships(town, order);
    ada.post(order.path() + "/receipt").is(204);
    for (int i = 0; i < 3; ++i) ada.post(refund(asks(order).is(201).text("/id")) + "/withdrawal").is(200);
    asks(order).is_refused("trading.asked_too_often");

    const Bought late = paid_order();
    ships(town, late);
    ada.post(late.path() + "/receipt").is(204);
    town.wait(24h * 7);
    asks(late).is_refused("trading.too_late");
    asks(bought(ada, stall.shop, stall.skus[0], 1, yuan(99))).is_refused("trading.too_late");   // nothing was paid
}

TEST_F(Refunds, a_parcel_that_left_meanwhile_is_noticed)
{
    town.sets("trading.refund_at_once", "off");
    const Bought order = paid_order();
    const std::string id = asks(order).is(201).says("/shipped", "false").text("/id");
    ships(town, order);
    state_is(order, "refunding");
    ada.post(refund(id) + "/withdrawal").is(200);
    state_is(order, "shipped");
}

TEST_F(Refunds, money_nobody_waits_for_goes_back_by_itself)
{
    const Bought late = bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
    town.wait(15min);
    EXPECT_EQ(pays(town, late, yuan(99), 7001), "returned");
    EXPECT_EQ(pays(town, late, yuan(99), 7001), "returned");   // the same notify again
    state_is(late, "cancelled");
    lin.get("/v1/shops/" + stall.shop + "/refunds").counts("/items", 1).says("/items/0/cause", "too_late").says("/items/0/state", "approved");

    const Bought twice = bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
    EXPECT_EQ(pays(town, twice, yuan(99), 7002), "paid");
    EXPECT_EQ(pays(town, twice, yuan(99), 7002), "already");
    EXPECT_EQ(pays(town, twice, yuan(99), 7003), "returned");
    state_is(twice, "paid");

    const Bought short_of = bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
    EXPECT_EQ(pays(town, short_of, yuan(98), 7004), "returned");
    state_is(short_of, "placed");
    EXPECT_EQ(pays(town, short_of, yuan(99), 7005), "paid");

    EXPECT_EQ(pays(town, {stall.shop, "ord_0000000000009"}, yuan(99)), "no_such_order");
    const Answer strays = lin.get("/v1/shops/" + stall.shop + "/refunds").counts("/items", 3);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(paid_back(town, stall.shop, strays.text("/items/" + std::to_string(i) + "/id")));
    state_is(twice, "paid");
    state_is(late, "cancelled");
}

}  // namespace meadow::testing
