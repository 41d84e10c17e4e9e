#pragma once
#include "jobs/context.hpp"
#include "modules/community/notes/store.hpp"

namespace meadow::community {

struct ShowEngagement {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(ShowEngagement, (), (user))

// What a brand's notes came to. Only notes that everybody may see count.
struct EngagementView {
    store::Engagement ever;
    store::Engagement lately;             // of the notes published in the last 30 days
    std::int64_t followers = 0;
    std::int64_t new_followers = 0;       // in the last 30 days, of those who follow now
};
BOOST_DESCRIBE_STRUCT(EngagementView, (), (ever, lately, followers, new_followers))

// The public figures of an official account, for whoever thinks of working with the brand. People have none: not_found.
Result<EngagementView> show_engagement(ReadCtx&, const ShowEngagement&);

}  // namespace meadow::community
