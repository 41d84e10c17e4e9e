#include "modules/identity/contacts/remove_contact.hpp"

#include "modules/identity/accounts/store.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Done remove_contact(WriteCtx& ctx, const RemoveContact& in)
{
    const auto contact = parse_contact(in.address);
    if (!contact || store::find_by_contact(ctx.tx, *contact) != ctx.who.user) return refuse(not_found);
    if (!store::release_contact(ctx.tx, *contact, ctx.who.user)) return refuse(last_contact);
    return done();
}

}  // namespace meadow::identity
