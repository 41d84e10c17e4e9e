#include "modules/trading/payments/sandbox/list_charges.hpp"

#include "modules/trading/payments/sandbox/store.hpp"

namespace meadow::trading::sandbox {

Result<SandboxCharges> list_charges(ReadCtx& ctx, const ListCharges& in)
{
    SandboxCharges out;
    for (const store::Taken& row : store::newest_charges(ctx.tx, in.limit))
        out.items.push_back({row.trade, row.transaction, row.state, row.amount, row.given_back, row.at});
    return out;
}

}  // namespace meadow::trading::sandbox
