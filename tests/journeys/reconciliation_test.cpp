// The gateway's statement beside our own records. Verbs: reconcile_day, compare_day, list_reconciliations.
#include "modules/trading/reconciliation/reconcile_day.hpp"
#include "support/paying.hpp"

namespace meadow::testing {
namespace {

struct ReconciliationOfADay : ::testing::Test {
    Town town{"2030-11-11 08:00"};
    Buyer ada = buyer(town, "ada");
    Person lin = town.person("lin");
    Person olga = town.person_with_role("olga", Role::operator_);
    Stall lipstick = open_stall(lin, "Lin", {{"红", yuan(99), 10}});

    ReconciliationOfADay() { town.settles(); }
    Bought order() { return bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99)); }
    const std::string days = "/v1/operator/gateway/reconciliations";
    const std::string differences = days + "/2030-11-11/differences";
};

}  // namespace

TEST_F(ReconciliationOfADay, finds_nothing_where_all_is_well)
{
    pays_for(town, ada, order());
    town.wait(3h);
    const Bought returned = order();
    pays_for(town, ada, returned);
    ada.post(returned.path() + "/refunds", R"({"reason":"changed_mind"})").is(201);
    town.settles();
    olga.post(days, R"({"day":"2030-11-11"})").is(422).faults("/day");   // it is not over
    town.wait(24h);
    trading::reconcile_yesterday(town.world());
    trading::reconcile_yesterday(town.world());
    town.settles();
    olga.get(days).is(200).counts("/items", 1).says("/items/0/state", "done").says("/items/0/lines", 3).says("/items/0/differences", 0);
    olga.get(differences).is(200).counts("/items", 0);
}

TEST_F(ReconciliationOfADay, finds_money_the_gateway_took_without_ever_telling_us)
{
    pays_for(town, ada, order());
    const Checkout lost = opens_payment(ada, {order()});
    presses(town, lost, "silent");
    town.outside().breaks("/queries", 1000);
    town.wait(24h);
    olga.post(days, R"({"day":"2030-11-11"})").is(204);
    town.settles();
    olga.get(days).says("/items/0/lines", 2).says("/items/0/differences", 1);
    olga.get(differences).counts("/items", 1).says("/items/0/kind", "missing_here").says("/items/0/trade", ada.id() + "-" + lost.payment)
        .says("/items/0/theirs", 9900);
    ada.get(days).is_refused("base.not_allowed");

    town.outside().breaks("", 0);   // the gateway can be asked again, and the day compared anew
    town.wait(2h);
    olga.post(days, R"({"day":"2030-11-11"})").is(204);
    town.settles();
    olga.get(days).says("/items/0/differences", 0);
    olga.get(differences).counts("/items", 0);
    ada.get(lost.path()).says("/state", "refunded");
    books_balance(town);
}

TEST_F(ReconciliationOfADay, takes_only_real_days)
{
    olga.post(days, R"({"day":"2030-13-77"})").is(422).faults("/day");
    olga.get(days + "/yesterday!/differences").is(422);
}

}  // namespace meadow::testing
