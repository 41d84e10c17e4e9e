#include "modules/identity/roles/mark_official.hpp"

#include "modules/identity/accounts/store.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::identity {

Done mark_official(WriteCtx& ctx, const MarkOfficial& in)
{
    if (!exists(ctx.tx, in.user)) return refuse(not_found);
    if (!store::set_official(ctx.tx, in.user, in.brand)) return done();
    ctx.tell(OfficialChanged{ctx.ids.next(), in.user, in.brand, in.reason, ctx.who.user, ctx.now});
    ctx.tell(ProfileChanged{in.user});
    return done();
}

}  // namespace meadow::identity
