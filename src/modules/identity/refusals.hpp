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

}  // namespace meadow::identity
