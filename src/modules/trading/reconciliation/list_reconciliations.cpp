#include "modules/trading/reconciliation/list_reconciliations.hpp"

#include "modules/trading/reconciliation/store.hpp"

namespace meadow::trading {

Result<Page<Reconciliation>> list_reconciliations(ReadCtx& ctx, const ListReconciliations& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return page_of(store::list_reconciliations(ctx.tx, Instant{cursor->first}, in.limit + 1), in.limit,
                   [](const Reconciliation& r) { return Cursor{r.day.us, 0}; });
}

Result<Page<Difference>> list_differences(ReadCtx& ctx, const ListDifferences& in)
{
    const auto day = parse_instant(in.day + " 00:00");
    if (!day) return refuse(bad_input, "", {{"{day}", "must be a day such as 2030-11-11"}});
    Cursor cursor{0, 0};
    if (in.cursor && !in.cursor->empty()) {
        const auto given = parse_cursor(*in.cursor);
        if (!given) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
        cursor = *given;
    }
    return page_of(store::list_differences(ctx.tx, *day, cursor.first, in.limit + 1), in.limit, [](const Difference& d) { return Cursor{d.number, 0}; });
}

}  // namespace meadow::trading
