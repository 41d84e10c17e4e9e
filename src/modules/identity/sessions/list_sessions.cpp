#include "modules/identity/sessions/list_sessions.hpp"

#include "modules/identity/sessions/store.hpp"

namespace meadow::identity {

Result<std::vector<SessionCard>> list_sessions(ReadCtx& ctx, const Nothing&)
{
    std::vector<SessionCard> out;
    for (const Session& s : store::list_sessions(ctx.tx, ctx.who.user, ctx.now))
        out.push_back({s.id, s.device, s.address, s.opened_at, s.expires_at, s.id == ctx.who.session});
    return out;
}

}  // namespace meadow::identity
