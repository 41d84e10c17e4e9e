#include "modules/identity/contacts/list_contacts.hpp"

#include "modules/identity/accounts/store.hpp"

namespace meadow::identity {

Result<std::vector<ContactCard>> list_contacts(ReadCtx& ctx, const Nothing&)
{
    std::vector<ContactCard> out;
    for (const auto& contact : store::contacts_of(ctx.tx, ctx.who.user)) out.push_back({contact.kind, contact.address, bool(contact.verified_at)});
    return out;
}

}  // namespace meadow::identity
