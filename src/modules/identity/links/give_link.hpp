#pragma once
#include "jobs/context.hpp"
#include "modules/identity/links/model.hpp"
#include "modules/identity/roles/change_role.hpp"

namespace meadow::identity {

struct GiveLink {
    UserId user;
    Reason reason;  // how it is known that the person is who they say
};

struct GivenLink {
    std::string token;  // the secret half of the link
    Instant expires_at;
};

// A link that lets somebody choose a new password, once. It takes the place of one given out before. Refuses not_found for an
// account that is not active.
Result<GivenLink> give_link(WriteCtx&, const GiveLink&);

}  // namespace meadow::identity
