#include "modules/trading/give_backs/list_give_backs.hpp"

#include "modules/trading/give_backs/store.hpp"

namespace meadow::trading {

Result<Page<GiveBackRow>> list_give_backs(ReadCtx& ctx, const ListGiveBacks& in)
{
    Cursor cursor{0, 0};
    if (in.cursor && !in.cursor->empty()) {
        const auto given = parse_cursor(*in.cursor);
        if (!given) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
        cursor = *given;
    }
    return page_of(store::open_give_backs(ctx.tx, RefundId{cursor.first}, in.limit + 1), in.limit,
                   [](const GiveBackRow& row) { return Cursor{row.refund.value, 0}; });
}

}  // namespace meadow::trading
