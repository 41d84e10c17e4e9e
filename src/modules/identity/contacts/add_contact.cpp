#include "modules/identity/contacts/add_contact.hpp"

#include "modules/identity/accounts/store.hpp"
#include "modules/identity/codes/use_code.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

Done add_contact(WriteCtx& ctx, const AddContact& in)
{
    const auto contact = parse_contact(in.address);
    if (!contact) return refuse(bad_input, "", {{"/address", "must be an e-mail address or a phone number"}});
    TRY(use_code(ctx, *contact, in.code));
    if (store::find_by_contact(ctx.tx, *contact) == ctx.who.user) {
        store::verify_contact(ctx.tx, *contact, ctx.who.user, ctx.now);
        return done();
    }
    if (std::int64_t(store::contacts_of(ctx.tx, ctx.who.user).size()) >= most_contacts(ctx)) return refuse(contacts_too_many);
    if (!store::claim_contact(ctx.tx, *contact, ctx.who.user, ctx.now)) return refuse(address_taken);
    return done();
}

}  // namespace meadow::identity
