#include "modules/identity/links/give_link.hpp"

#include "http/tokens.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/links/store.hpp"

namespace meadow::identity {

Result<GivenLink> give_link(WriteCtx& ctx, const GiveLink& in)
{
    if (!exists(ctx.tx, in.user)) return refuse(not_found);
    const std::string secret = ctx.dice.token();
    const GivenLink link{text(in.user) + "." + secret, ctx.now + reset_link_life(ctx)};
    store::put_link(ctx.tx, in.user, LinkPurpose::reset_password, http::sha256_hex(secret), link.expires_at);
    ctx.tell(ResetLinkGiven{ctx.ids.next(), in.user, in.reason, ctx.who.user, ctx.now});
    return link;
}

}  // namespace meadow::identity
