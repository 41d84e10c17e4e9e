#include "modules/trading/refunds/list_refunds.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {
namespace {

Cursor key_of(const Refund& refund) { return {refund.id.value, 0}; }
Refusal bad_cursor() { return refuse(bad_input, "", {{"?cursor", "is not one of ours"}}); }

}  // namespace

Result<Refund> show_refund(ReadCtx& ctx, const OneRefund& in)
{
    const auto refund = store::find_refund(ctx.tx, in.shop, in.refund);
    if (!refund) return refuse(not_found);
    if (refund->buyer != ctx.who.user) TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    return *refund;
}

Result<Page<Refund>> list_refunds(ReadCtx& ctx, const ListRefunds& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return bad_cursor();
    const auto rows_of = in.open ? store::open_refunds : store::list_refunds;
    return page_of(rows_of(ctx.tx, in.shop, cursor->first, in.limit + 1), in.limit, key_of);
}

Result<Page<Refund>> list_escalated(ReadCtx& ctx, const ListEscalated& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return bad_cursor();
    const std::int64_t after = in.cursor ? cursor->first : 0;
    return page_of(store::escalated_refunds(ctx.tx, after, in.limit + 1), in.limit, key_of);
}

}  // namespace meadow::trading
