#pragma once
#include "jobs/context.hpp"

namespace meadow::community {

inline const Setting<std::int64_t> most_follows{"community.most_follows", 5000, "How many people one person may follow"};

struct FollowPerson {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(FollowPerson, (), (user))

// Follows somebody. Doing it again changes nothing and is no error.
Done follow_person(WriteCtx&, const FollowPerson&);

}  // namespace meadow::community
