// show_backlog, list_timers, list_parked, list_errands, retry_parked and retry_errand.
#include "jobs/store.hpp"
#include "modules/operations/backlog/show_backlog.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

template <class Act>
void in_lane(Town& town, Act act)
{
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) { return act(ctx), true; });
}

}  // namespace

TEST(show_backlog, says_how_much_waits_and_for_whom)
{
    Town town;
    auto boss = town.person_with_role("boss", Role::operator_);
    town.settles();
    // News that everybody has heard is kept for some days, and waits for nobody.
    const auto quiet = boss.get("/v1/operator/backlog").is(200).says("/waiting/parked", 0).says("/waiting/outbox", 0);
    EXPECT_TRUE(quiet.json().has("/subscribers/0/name"));
    town.person("ada");  // told, and not heard before the next round
    const auto busy = boss.get("/v1/operator/backlog").is(200);
    EXPECT_GT(busy.number("/waiting/outbox"), quiet.number("/waiting/outbox"));
    EXPECT_GT(busy.number("/subscribers/0/unheard"), 0);
    town.person("bo").get("/v1/operator/backlog").is_refused("base.not_allowed");
}

TEST(list_timers, shows_the_next_to_ring_first_page_by_page)
{
    Town town{"2030-11-11 12:00"};
    auto boss = town.person_with_role("boss", Role::operator_);
    in_lane(town, [](WriteCtx& ctx) {
        jobs::store::tell(ctx.tx, {{"test.second", "{}", ctx.now + 2h}, {"test.first", "{}", ctx.now + 1h}}, ctx.now, ctx.ids);
    });
    const auto first = boss.get("/v1/operator/timers?limit=1").is(200).counts("/items", 1).says("/items/0/kind", "test.first");
    boss.get("/v1/operator/timers?limit=1&cursor=" + first.text("/next")).is(200).says("/items/0/kind", "test.second");
    boss.get("/v1/operator/timers?cursor=nonsense").is(422).faults("?cursor");
}

TEST(retry_parked, hands_news_over_again_and_leaves_what_still_cannot_be_digested)
{
    Town town;
    auto boss = town.person_with_role("boss", Role::operator_);
    in_lane(town, [](WriteCtx& ctx) {
        jobs::store::park(ctx.tx, {ctx.ids.next(), "catalog", "trading.order_paid", R"({"shop":"nonsense"})", "broken", 9, ctx.now, {}});
    });
    const auto parked = boss.get("/v1/operator/parked").is(200).counts("/items", 1).says("/items/0/error", "broken").says("/items/0/body/shop", "nonsense");
    EXPECT_FALSE(parked.json().has("/items/0/next_try_at")) << "waits for a person";
    boss.post("/v1/operator/parked/" + parked.text("/items/0/key") + "/retry").is(204);
    town.settles();
    const auto after = boss.get("/v1/operator/parked").is(200).counts("/items", 1);
    EXPECT_GT(after.number("/items/0/attempts"), 9);
    boss.post("/v1/operator/parked/0.0/retry").is_refused("base.not_found");
    boss.get("/v1/audit?limit=1").says("/items/0/action", "operations.retry_parked");
}

TEST(retry_errand, takes_up_what_was_given_up_on)
{
    Town town;
    auto boss = town.person_with_role("boss", Role::operator_);
    in_lane(town, [](WriteCtx& ctx) { jobs::store::add_errand(ctx.tx, {ctx.ids.next(), "test.letter", "{}", ctx.now, 6, "no route", "failed"}); });
    const auto failed = boss.get("/v1/operator/errands").is(200).counts("/items", 1).says("/items/0/state", "failed").says("/items/0/error", "no route");
    boss.post("/v1/operator/errands/" + failed.text("/items/0/key") + "/retry").is(204);
    boss.get("/v1/operator/errands").says("/items/0/state", "waiting");
    boss.post("/v1/operator/errands/" + failed.text("/items/0/key") + "/retry").is_refused("base.not_found");
}

}  // namespace meadow
