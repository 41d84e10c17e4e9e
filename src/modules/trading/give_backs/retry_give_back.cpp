#include "modules/trading/give_backs/retry_give_back.hpp"

#include "jobs/errands.hpp"
#include "modules/trading/give_backs/give_back.hpp"
#include "modules/trading/give_backs/store.hpp"

namespace meadow::trading {

Done retry_give_back(WriteCtx& ctx, const RetryGiveBack& in)
{
    const auto row = store::find_open_give_back(ctx.tx, in.refund);
    if (!row) return refuse(not_found);
    jobs::errands::send(ctx, GiveBackErrand::errand, GiveBackErrand{row->buyer, row->payment, row->refund});
    return done();
}

}  // namespace meadow::trading
