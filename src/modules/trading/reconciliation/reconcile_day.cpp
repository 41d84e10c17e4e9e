#include "modules/trading/reconciliation/reconcile_day.hpp"

#include "jobs/errands.hpp"
#include "jobs/log.hpp"
#include "modules/trading/payments/model.hpp"
#include "modules/trading/reconciliation/store.hpp"

namespace meadow::trading {
namespace {

std::vector<StatementLine> ours(jobs::World& world, Instant from, Instant until)
{
    std::vector<StatementLine> out;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) {
        out.clear();
        for (const store::OurLine& line : store::our_lines(ctx.tx, from, until))
            out.push_back({trade_name({line.buyer, line.payment}), line.refund ? text(line.refund) : "", line.amount, line.at});
    });
    return out;
}

}  // namespace

Done reconcile_day(WriteCtx& ctx, const ReconcileDay& in)
{
    const auto day = parse_instant(in.day + " 00:00");
    if (!day) return refuse(bad_input, "", {{"/day", "must be a day such as 2030-11-11"}});
    if (*day + one_day > ctx.now) return refuse(bad_input, "", {{"/day", "is not over yet"}});
    if (!store::insert_reconciliation(ctx.tx, *day, ctx.now)) store::restart_reconciliation(ctx.tx, *day, ctx.now);
    jobs::errands::send(ctx, DayToReconcile::errand, DayToReconcile{*day});
    return done();
}

void reconcile_yesterday(jobs::World& world)
{
    jobs::write_in_lane(world, {}, 0, [](WriteCtx& ctx) {
        const Instant day = midnight_before(ctx.now - reconcile_after(ctx)) - one_day;
        if (!store::insert_reconciliation(ctx.tx, day, ctx.now)) return false;
        jobs::errands::send(ctx, DayToReconcile::errand, DayToReconcile{day});
        return true;
    });
}

void compare_day(jobs::World& world, const DayToReconcile& task)
{
    Reconciliation result{task.day, ReconciliationState::done, 0, 0, {}, {}};
    std::vector<Difference> found;
    // Hour by hour, so that a busy day does not have to fit into memory.
    for (Instant from = task.day; from < task.day + one_day; from = from + 1h) {
        const auto theirs = world.adapters.get<Gateway>().statement(world, from, from + 1h);
        result.lines += std::int64_t(theirs.size());
        for (Difference& difference : compare(theirs, ours(world, from, from + 1h))) {
            difference.number = ++result.differences;
            if (difference.number <= differences_kept.at(*world.settings.now(), world.clock.now())) found.push_back(std::move(difference));
        }
    }
    if (result.differences > 0)
        log::error("the gateway's statement differs from our records", {{"day", text(task.day)}, {"differences", std::to_string(result.differences)}});
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        store::restart_reconciliation(ctx.tx, task.day, ctx.now);
        for (const Difference& difference : found) store::insert_difference(ctx.tx, task.day, difference);
        result.ended_at = ctx.now;
        store::end_reconciliation(ctx.tx, result);
        return true;
    });
}

}  // namespace meadow::trading
