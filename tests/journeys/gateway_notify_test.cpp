// The gateway's word on its way to us: doubled, forged, replayed, or about other money than was asked for.
// Verbs: take_notify, learn_charge, notify_merchant, list_alarms, resolve_alarm.
#include "modules/trading/payments/sandbox/secret.hpp"
#include "support/paying.hpp"

namespace meadow::testing {
namespace {

constexpr std::string_view notify = "/v1/payments/notify";

struct GatewayNotify : ::testing::Test {
    Town town;
    Buyer ada = buyer(town, "ada");
    Buyer bo = buyer(town, "bo");
    Person lin = town.person("lin");
    Person olga = town.person_with_role("olga", Role::operator_);
    Stall lipstick = open_stall(lin, "Lin", {{"红", yuan(99), 10}});

    GatewayNotify() { town.settles(); }
    Bought order(Buyer& who) { return bought(who, lipstick.shop, lipstick.skus[0], 1, yuan(99)); }

    // A notify as the gateway sent it, delivered or not.
    jobs::OutgoingRequest notify_sent(std::size_t number = 0) { return town.outside().sent(notify).at(number).request; }
    Answer delivers_notify(const jobs::OutgoingRequest& request, const std::string& body)
    {
        http::Request http;
        http.method = http::Method::post;
        http.target = request.url.substr(Loopback::origin.size());
        http.body = body;
        http.headers.push_back({"Content-Type", "application/json"});
        return town.send(std::move(http));
    }
    // The gateway signs and sends whatever it likes.
    Answer says(const trading::ChargeReport& report)
    {
        const std::string body = to_json(report);
        const std::string url = std::string(Loopback::origin) + std::string(notify) +
                                trading::sandbox::signed_query(trading::sandbox::secret(town.world()), town.now(), body);
        return delivers_notify({"POST", url, "application/json", body}, body);
    }
    trading::ChargeReport report_of(const Checkout& checkout, Buyer& who, Money amount, const std::string& currency)
    {
        return {who.id() + "-" + checkout.payment, trading::ChargeState::paid, amount, currency, "elsewhere-1", town.now()};
    }
};

}  // namespace

TEST_F(GatewayNotify, a_payment_that_arrives_twice_pays_once)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought});
    presses(town, checkout, "twice");
    presses(town, checkout, "pay");   // pressing again changes nothing
    town.settles();
    EXPECT_EQ(town.outside().sent(notify).size(), 2u);
    ada.get(checkout.path()).says("/state", "succeeded").says("/refunded", 0);
    ada.get(bought.path()).says("/state", "paid").counts("/moves", 1);
    olga.get("/v1/operator/gateway/alarms").counts("/items", 0);
    books_balance(town);
}

TEST_F(GatewayNotify, a_forged_notify_changes_nothing)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought});
    town.outside().breaks(std::string(notify), 1);
    presses(town, checkout, "fail");   // so the genuine word is "failed", kept back on its way
    town.settles();
    const jobs::OutgoingRequest genuine = notify_sent();

    std::string better = genuine.body;
    better.replace(better.find("failed"), 6, "paid");
    delivers_notify(genuine, better).is_refused("trading.notify_forged");
    jobs::OutgoingRequest unsigned_one = genuine;
    unsigned_one.url = std::string(Loopback::origin) + std::string(notify) + "?timestamp=1&signature=00";
    delivers_notify(unsigned_one, better).is_refused("trading.notify_forged");
    ada.get(checkout.path()).says("/state", "created");
    ada.get(bought.path()).says("/state", "placed");

    town.clock().advance(10min);
    delivers_notify(genuine, genuine.body).is_refused("trading.notify_stale");
    ada.get(checkout.path()).says("/state", "created");
    town.settles();   // the gateway tries again with a fresh signature
    ada.get(checkout.path()).says("/state", "failed");
    ada.get(bought.path()).says("/state", "placed");
    books_balance(town);
}

TEST_F(GatewayNotify, a_replayed_notify_changes_nothing)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought});
    presses(town, checkout, "pay");
    town.settles();
    const jobs::OutgoingRequest genuine = notify_sent();
    for (int i = 0; i < 3; ++i) delivers_notify(genuine, genuine.body).is(204);
    town.settles();
    ada.get(checkout.path()).says("/state", "succeeded").says("/refunded", 0);
    ada.get(bought.path()).says("/state", "paid").counts("/moves", 1);
    books_balance(town);
}

TEST_F(GatewayNotify, money_that_is_not_what_was_asked_for_pays_nothing_and_calls_for_a_person)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought});
    says(report_of(checkout, ada, yuan(98), "CNY")).is(204);
    says(report_of(checkout, ada, yuan(99), "USD")).is(204);
    town.settles();
    ada.get(bought.path()).says("/state", "placed");
    ada.get(checkout.path()).says("/state", "created");
    olga.get("/v1/operator/gateway/alarms").is(200).counts("/items", 1).says("/items/0/payment", checkout.payment).says("/items/0/report/amount", 9800);
    ada.get("/v1/operator/gateway/alarms").is_refused("base.not_allowed");

    says(report_of({"pay_0000000000001", ""}, ada, yuan(99), "CNY")).is_refused("base.not_found");
    says(report_of(checkout, bo, yuan(99), "CNY")).is_refused("base.not_found");
    books_balance(town);
}

TEST_F(GatewayNotify, an_alarm_is_resolved_by_an_operator_and_rings_again_when_it_happens_again)
{
    const Bought bought = order(ada);
    const Checkout checkout = opens_payment(ada, {bought});
    says(report_of(checkout, ada, yuan(98), "CNY")).is(204);
    const std::string alarms = "/v1/operator/gateway/alarms";
    const std::string what = olga.get(alarms).text("/items/0/what");
    const std::string resolution = alarms + "/" + ada.id() + "/" + checkout.payment + "/resolution";
    const std::string words = R"({"what":")" + what + R"(","resolution":"rang the bank, they take it back"})";
    olga.post(resolution, R"({"what":"something else","resolution":"x"})").is_refused("base.not_found");
    bo.post(resolution, words).is_refused("base.not_allowed");
    olga.post(resolution, words).is(204);
    olga.post(resolution, words).is_refused("base.already_done");
    olga.get(alarms + "?open=true").counts("/items", 0);
    olga.get(alarms).counts("/items", 1).says("/items/0/resolved_by", olga.id()).says("/items/0/resolution", "rang the bank, they take it back");
    olga.get("/v1/audit").says("/items/0/action", "trading.resolve_alarm");

    says(report_of(checkout, ada, yuan(97), "CNY")).is(204);
    olga.get(alarms + "?open=true").counts("/items", 1).says("/items/0/report/amount", 9700);
}

}  // namespace meadow::testing
