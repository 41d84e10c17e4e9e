#include "modules/identity/roles/change_role.hpp"

#include "modules/identity/accounts/store.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

void change_role(WriteCtx& ctx, UserId user, Role role, bool granted, std::string_view reason)
{
    const bool changed = granted ? store::grant_role(ctx.tx, user, role) : store::revoke_role(ctx.tx, user, role);
    if (changed) ctx.tell(RoleChanged{ctx.ids.next(), user, name_of(role), granted, std::string(reason), ctx.who.user, ctx.now});
}

Done grant_role(WriteCtx& ctx, const ChangeRole& in)
{
    if (!exists(ctx.tx, in.user)) return refuse(not_found);
    change_role(ctx, in.user, in.role, true, in.reason);
    return done();
}

Done revoke_role(WriteCtx& ctx, const ChangeRole& in)
{
    if (in.role == Role::operator_ && in.user == ctx.who.user) return refuse(own_role);
    change_role(ctx, in.user, in.role, false, in.reason);
    return done();
}

}  // namespace meadow::identity
