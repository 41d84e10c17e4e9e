#pragma once
#include "jobs/context.hpp"

namespace meadow::community {

struct ShowPersonCounts {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(ShowPersonCounts, (), (user))

struct PersonCountsView {
    std::int64_t following = 0;
    std::int64_t followers = 0;
    std::int64_t received = 0;      // likes and collects of all notes
    std::int64_t notes = 0;         // that everybody may see
    bool followed_by_me = false;
    bool follows_me = false;        // both: friends
};
BOOST_DESCRIBE_STRUCT(PersonCountsView, (), (following, followers, received, notes, followed_by_me, follows_me))

// The numbers on a person's page, and how we stand to each other.
Result<PersonCountsView> show_counts(ReadCtx&, const ShowPersonCounts&);

}  // namespace meadow::community
