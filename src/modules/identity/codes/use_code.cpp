#include "modules/identity/codes/use_code.hpp"

#include "http/tokens.hpp"
#include "modules/identity/codes/store.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Done use_code(WriteCtx& ctx, const Contact& contact, std::string_view code)
{
    const auto sent = store::count_guess(ctx.tx, contact, ctx.now, code_tries(ctx));
    if (!sent) return refuse(wrong_code);
    if (!http::same_secret(sent->hash, code_hash(sent->salt, code))) {
        ctx.reply.keep_writes = true;
        return refuse(wrong_code);
    }
    store::use_up_code(ctx.tx, contact);
    return done();
}

}  // namespace meadow::identity
