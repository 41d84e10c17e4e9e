#pragma once
#include "jobs/context.hpp"

namespace meadow::community {

struct UnfollowPerson {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(UnfollowPerson, (), (user))

// Stops following somebody. No error when one did not.
Done unfollow_person(WriteCtx&, const UnfollowPerson&);

}  // namespace meadow::community
