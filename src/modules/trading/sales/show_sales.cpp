#include "modules/trading/sales/show_sales.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/trading/ledger/show_funds.hpp"

namespace meadow::trading {
namespace {

constexpr Duration one_day = std::chrono::hours{24};

// An order is paid within the day it is placed, so those paid since then have an id of at most a day before.
std::int64_t first_order_paid_since(Instant from) { return compose_id((from - one_day).ms(), 0, 0); }

}  // namespace

Result<Sales> show_sales(ReadCtx& ctx, const ShowSales& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const Duration zone = statement_zone(ctx);
    const std::int64_t today = (ctx.now + zone).us / one_day.count();
    const std::int64_t first = today - in.days + 1;
    const Instant from = Instant{first * one_day.count()} - zone;

    Sales out;
    for (std::int64_t day = first; day <= today; ++day)
        out.days.push_back({text(Instant{day * one_day.count()}).substr(0, 10), 0, {}, 0, {}});
    for (const store::DaySum& sum : store::sold_by_day(ctx.tx, in.shop, first_order_paid_since(from), from, zone)) {
        SalesDay& day = out.days.at(std::size_t(sum.day - first));
        day.orders = sum.count;
        day.sold = sum.amount;
    }
    for (const store::DaySum& sum : store::returned_by_day(ctx.tx, in.shop, from, zone)) {
        SalesDay& day = out.days.at(std::size_t(sum.day - first));
        day.refunds = sum.count;
        day.returned = sum.amount;
    }
    out.waiting = store::count_waiting(ctx.tx, in.shop);
    return out;
}

}  // namespace meadow::trading
