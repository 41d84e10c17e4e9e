#include "http/router.hpp"
#include "modules/identity/contacts/add_contact.hpp"
#include "modules/identity/contacts/list_contacts.hpp"
#include "modules/identity/contacts/remove_contact.hpp"
#include "modules/identity/refusals.hpp"

namespace meadow::identity {

using http::Limit;
using http::needs;
using http::Scope;

void contact_routes(http::On on)
{
    on.get("/v1/me/contacts", needs(Scope::user), list_contacts).says("My e-mail addresses and phone numbers");
    on.post("/v1/me/contacts", needs(Scope::user), add_contact)
        .limited(Limit::sign_in).may_refuse(wrong_code, address_taken, contacts_too_many).says("Add an address, or verify one, with a code sent to it");
    on.del("/v1/me/contacts/{address}", needs(Scope::user), remove_contact).may_refuse(not_found, last_contact).says("Remove one of my addresses");
}

}  // namespace meadow::identity
