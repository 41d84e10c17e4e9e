// Every "no" of identity.
#pragma once
#include "base/refusal.hpp"

namespace meadow::identity {

inline const RefusalKind address_taken{"identity.address_taken", 409, "An account with this e-mail address or phone number exists already"};
inline const RefusalKind handle_taken{"identity.handle_taken", 409, "Somebody else has this handle"};
inline const RefusalKind wrong_credentials{"identity.wrong_credentials", 401, "The address or the password is wrong"};
inline const RefusalKind suspended{"identity.suspended", 403, "This account is suspended"};
inline const RefusalKind blocks_self{"identity.blocks_self", 422, "Nobody can block themselves"};
inline const RefusalKind blocks_too_many{"identity.blocks_too_many", 409, "You block as many people as one may"};
inline const RefusalKind wrong_code{"identity.wrong_code", 401, "The code is wrong, used, or no longer good"};
inline const RefusalKind codes_too_often{"identity.codes_too_often", 429, "A code was sent to this address just now, or too many were"};
inline const RefusalKind unreachable{"identity.unreachable", 422, "This town has no way to write to such an address"};
inline const RefusalKind last_contact{"identity.last_contact", 409, "An account keeps at least one address"};
inline const RefusalKind contacts_too_many{"identity.contacts_too_many", 409, "The account has as many addresses as it may"};
inline const RefusalKind own_role{"identity.own_role", 409, "Nobody takes the operator's role from themselves"};
inline const RefusalKind link_spent{"identity.link_spent", 401, "This link is wrong, used, or no longer good"};

}  // namespace meadow::identity
