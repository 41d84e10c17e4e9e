// Paying through the sandbox gateway, which behaves like a real one: its word is late or lost, and money comes when nobody waits.
// Verbs: open_payment, show_payment, move_payment, ask_gateway, act_on_page, show_page, give_back, retry_give_back, list_give_backs.
#include "support/paying.hpp"

namespace meadow::testing {
namespace {

struct Payments : ::testing::Test {
    Town town;
    Buyer ada = buyer(town, "ada");
    Buyer bo = buyer(town, "bo");
    Person lin = town.person("lin");
    Person olga = town.person_with_role("olga", Role::operator_);
    Stall lipstick = stall(lin, "Lin", yuan(99));

    Stall stall(Person& owner, const std::string& name, Money price)
    {
        Stall out = open_stall(owner, name, {{"红", price, 10}});
        town.settles();
        return out;
    }
    Bought order(Buyer& who) { return bought(who, lipstick.shop, lipstick.skus[0], 1, yuan(99)); }
    std::int64_t available() { return town.guest().get("/v1/products/" + lipstick.product + "/offer").is(200).number("/skus/0/available"); }
};

}  // namespace

TEST_F(Payments, a_buyer_pays_on_the_gateways_page_and_the_order_is_paid)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought}, R"(,"return_to":"/orders?tab=to_ship")");
    ada.get(checkout.path()).is(200).says("/amount", 9900).says("/lines/0/outcome", "waiting");
    ada.get(bought.path()).says("/state", "placed");

    const Answer back = presses(town, checkout, "pay");
    EXPECT_EQ(back.header("Location"), "/orders?tab=to_ship");
    ada.get(bought.path()).says("/state", "placed");   // the payer may be back before the gateway's word
    town.settles();
    ada.get(bought.path()).says("/state", "paid").says("/payment", checkout.payment);
    ada.get(checkout.path()).says("/state", "succeeded").says("/lines/0/outcome", "paid");
    EXPECT_FALSE(ada.get(checkout.path()).json().has("/pay_url"));
    books_balance(town);
    town.wait(1h);
    EXPECT_TRUE(town.outside().sent("/queries").empty()) << "what was told need not be asked";
}

TEST_F(Payments, the_page_offers_its_buttons_and_no_foreign_script)
{
    const Checkout checkout = opens_payment(ada, {order(ada)});
    const Answer page = town.guest().get(checkout.page).is(200);
    EXPECT_EQ(page.response().content_type, "text/html; charset=utf-8");
    EXPECT_NE(page.header("Content-Security-Policy").find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(page.response().body.find("<script"), std::string::npos);
    for (const char* there : {"¥99.00", "/twice\"", "/late\"", "/silent\"", "/fail\"", "Pay", "支付"})
        EXPECT_NE(page.response().body.find(there), std::string::npos) << there;

    std::string forged = checkout.page;
    forged[forged.size() - 1] = forged.back() == '0' ? '1' : '0';
    town.guest().get(forged).is_refused("base.not_found");
    town.guest().post(forged + "/pay").is_refused("base.not_found");
    town.guest().get("/sandbox/gateway/style.css").is(200);

    presses(town, checkout, "pay");
    EXPECT_NE(town.guest().get(checkout.page).response().body.find("已支付"), std::string::npos);
}

// A browser that is signed in sends its cookie along with the page's forms, which know nothing of our CSRF proof.
TEST_F(Payments, somebody_signed_in_by_cookie_can_press_a_button)
{
    const Checkout checkout = opens_payment(ada, {order(ada)});
    http::Request press;
    press.method = http::Method::post;
    press.target = checkout.page + "/pay";
    press.headers.push_back({"Cookie", "meadow_session=" + ada.token()});
    town.send(std::move(press)).is(303);
    town.settles();
    ada.get(checkout.path()).says("/state", "succeeded");
}

TEST_F(Payments, the_lost_notify_is_found_by_asking)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought});
    presses(town, checkout, "silent");
    town.settles();
    ada.get(bought.path()).says("/state", "placed");
    town.wait(30s);
    ada.get(bought.path()).says("/state", "paid");
    ada.get(checkout.path()).says("/state", "succeeded");
    EXPECT_TRUE(town.outside().sent("/v1/payments/notify").empty());
    books_balance(town);
}

TEST_F(Payments, a_gateway_that_does_not_answer_is_asked_again_more_and_more_rarely)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought});
    presses(town, checkout, "silent");
    town.outside().breaks("/queries", 2);
    town.wait(30s);
    town.wait(1min);
    EXPECT_EQ(town.outside().sent("/queries").size(), 2u);
    ada.get(checkout.path()).says("/state", "created");
    town.wait(1min);
    EXPECT_EQ(town.outside().sent("/queries").size(), 2u);
    town.wait(1min);
    ada.get(bought.path()).says("/state", "paid");
    books_balance(town);
}

TEST_F(Payments, nobody_is_asked_for_ever_about_a_payment_nobody_makes)
{
    const Checkout checkout = opens_payment(ada, {order(ada)});
    for (int minute = 0; minute < 20; ++minute) town.wait(1min);
    ada.get(checkout.path()).says("/state", "expired");
    const std::size_t asked = town.outside().sent("/queries").size();
    town.wait(24h);
    EXPECT_EQ(town.outside().sent("/queries").size(), asked);
    EXPECT_LE(asked, 6u);
    presses(town, checkout, "pay");   // the page begins no payment after its window
    town.settles();
    ada.get(checkout.path()).says("/state", "expired");
}

TEST_F(Payments, paid_after_the_hold_expired_is_refunded_by_itself)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought});
    presses(town, checkout, "late");
    town.wait(30s);
    ada.get(checkout.path()).says("/state", "pending");
    town.wait(15min);
    ada.get(bought.path()).says("/state", "cancelled");
    EXPECT_EQ(available(), 10);
    town.wait(5min);
    ada.get(checkout.path()).says("/state", "refunded").says("/refunded", 9900).says("/lines/0/outcome", "returned");
    ada.get(bought.path()).says("/state", "cancelled");
    EXPECT_EQ(available(), 10);
    books_balance(town);
}

TEST_F(Payments, a_second_attempt_closes_the_first_and_money_paid_on_both_goes_back_once)
{
    const Bought bought = order(ada);
    const Checkout first = opens_payment(ada, {bought});
    const Checkout second = opens_payment(ada, {bought});
    ada.get(first.path()).says("/state", "closed");
    presses(town, first, "pay");
    presses(town, second, "pay");
    town.settles();
    ada.get(bought.path()).says("/state", "paid").says("/payment", first.payment);
    ada.get(first.path()).says("/state", "succeeded").says("/refunded", 0);
    ada.get(second.path()).says("/state", "refunded").says("/lines/0/outcome", "returned");
    books_balance(town);
}

TEST_F(Payments, a_failed_payment_leaves_the_order_to_be_paid_otherwise)
{
    const Bought bought = order(ada);
    const Checkout refused = opens_payment(ada, {bought});
    presses(town, refused, "fail");
    town.settles();
    ada.get(refused.path()).says("/state", "failed");
    pays_for(town, ada, bought);
    ada.get(bought.path()).says("/state", "paid");
    books_balance(town);
}

TEST_F(Payments, orders_of_several_shops_are_paid_together_and_each_part_finds_its_order)
{
    Person mei = town.person("mei");
    const Stall tea = stall(mei, "Mei", yuan(50));
    const Bought lips = order(ada);
    const Bought more_lips = order(ada);
    const Bought leaves = bought(ada, tea.shop, tea.skus[0], 2, yuan(100));
    const Checkout checkout = opens_payment(ada, {lips, more_lips, leaves});
    ada.get(checkout.path()).says("/amount", 29800);
    ada.post(leaves.path() + "/cancellation").is(204);

    presses(town, checkout, "pay");
    town.settles();
    ada.get(lips.path()).says("/state", "paid");
    ada.get(more_lips.path()).says("/state", "paid");
    ada.get(leaves.path()).says("/state", "cancelled");
    ada.get(checkout.path()).says("/state", "partly_refunded").says("/refunded", 10000);
    books_balance(town);
}

TEST_F(Payments, only_ones_own_waiting_orders_can_be_paid)
{
    const Bought bought = order(ada);
    tries_to_pay(bo, {bought}).is_refused("base.not_found").faults("/orders/0");
    tries_to_pay(ada, {bought, bought}).is(422).faults("/orders/1");
    tries_to_pay(ada, {bought}, R"(,"return_to":"//elsewhere.example")").is(422).faults("/return_to");
    tries_to_pay(ada, {}).is(422);
    const Checkout checkout = opens_payment(ada, {bought});
    bo.get(checkout.path()).is_refused("base.not_found");
    presses(town, checkout, "pay");
    town.settles();
    tries_to_pay(ada, {bought}).is_refused("trading.not_payable");
}

TEST_F(Payments, a_refund_goes_back_through_the_gateway)
{
    const Bought bought = order(ada);
    pays_for(town, ada, bought);
    ada.post(bought.path() + "/refunds", R"({"reason":"changed_mind"})").is(201);
    town.settles();
    ada.get(bought.path()).says("/state", "refunded");
    EXPECT_EQ(available(), 10);
    EXPECT_EQ(town.outside().sent("/sandbox/gateway/refunds").size(), 1u);
    olga.get("/v1/operator/gateway/refunds").is(200).counts("/items", 0);
    books_balance(town);
}

TEST_F(Payments, a_refund_the_gateway_does_not_answer_is_seen_and_tried_again)
{
    const Bought bought = order(ada);
    pays_for(town, ada, bought);
    town.outside().breaks("/sandbox/gateway/refunds", 2);
    ada.post(bought.path() + "/refunds", R"({"reason":"changed_mind"})").is(201);
    town.settles();
    ada.get(bought.path()).says("/state", "refunding");
    const Answer open = olga.get("/v1/operator/gateway/refunds").is(200).counts("/items", 1).says("/items/0/error", "the line is dead").says("/items/0/attempts", 1);
    books_balance(town);

    const std::string retry = "/v1/operator/gateway/refunds/" + open.text("/items/0/refund") + "/retry";
    ada.post(retry).is_refused("base.not_allowed");
    olga.post(retry).is(204);
    town.settles();
    olga.get("/v1/operator/gateway/refunds").says("/items/0/attempts", 2);
    town.wait(10s);   // its own next try
    ada.get(bought.path()).says("/state", "refunded");
    olga.get("/v1/operator/gateway/refunds").counts("/items", 0);
    olga.post(retry).is_refused("base.not_found");
    town.wait(1h);
    books_balance(town);
}

}  // namespace meadow::testing
