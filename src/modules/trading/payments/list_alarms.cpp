#include "modules/trading/payments/list_alarms.hpp"

namespace meadow::trading {

Result<Page<store::Alarm>> list_alarms(ReadCtx& ctx, const ListAlarms& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return page_of(store::list_alarms(ctx.tx, *cursor, in.open, in.limit + 1), in.limit,
                   [](const store::Alarm& alarm) { return Cursor{alarm.at.us, alarm.payment.value}; });
}

}  // namespace meadow::trading
