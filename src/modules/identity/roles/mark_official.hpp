#pragma once
#include "jobs/context.hpp"
#include "modules/identity/roles/change_role.hpp"

namespace meadow::identity {

struct MarkOfficial {
    UserId user;
    Text<0, 60> brand;                     // empty: it speaks for nobody any more
    Reason reason;                         // what was checked
};
BOOST_DESCRIBE_STRUCT(MarkOfficial, (), (user, brand, reason))

// An operator has verified that the account officially speaks for a brand.
Done mark_official(WriteCtx&, const MarkOfficial&);

}  // namespace meadow::identity
