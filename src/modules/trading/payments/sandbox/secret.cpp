#include "modules/trading/payments/sandbox/secret.hpp"

#include "modules/trading/payments/refusals.hpp"
#include "modules/trading/payments/store.hpp"

namespace meadow::trading::sandbox {
namespace {

constexpr std::string_view name = "sandbox";

}  // namespace

std::string secret(WriteCtx& ctx)
{
    if (auto known = store::find_gateway_key(ctx.tx, name)) return *known;
    store::insert_gateway_key(ctx.tx, name, ctx.dice.token(), ctx.now);
    return *store::find_gateway_key(ctx.tx, name);  // another process may have been first
}

std::string secret(jobs::World& world)
{
    std::optional<std::string> known;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { known = store::find_gateway_key(ctx.tx, name); });
    if (known) return *known;
    std::string made;
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        made = secret(ctx);
        return true;
    });
    return made;
}

Done prove(ReadCtx& ctx, const SignedCall& call)
{
    const auto key = store::find_gateway_key(ctx.tx, name);
    if (!key) return refuse(notify_forged);
    return check_signed(*key, call, ctx.now, signature_window(ctx));
}

Result<Charge> read_pay_token(ReadCtx& ctx, std::string_view token)
{
    const auto key = store::find_gateway_key(ctx.tx, name);
    if (!key) return refuse(not_found);
    return read_pay_token(*key, token);
}

}  // namespace meadow::trading::sandbox
