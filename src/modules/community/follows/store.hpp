// community_follows (home: follower), community_followers (home: followee), community_people (home: the person).
#pragma once
#include <optional>
#include <vector>

#include "base/ids.hpp"
#include "base/page.hpp"
#include "db/tx.hpp"

namespace meadow::community::store {

struct FollowRow {
    UserId user;      // the other one
    Instant since;
};
BOOST_DESCRIBE_STRUCT(FollowRow, (), (user, since))

struct PersonCounts {
    std::int64_t following = 0;
    std::int64_t followers = 0;
};
BOOST_DESCRIBE_STRUCT(PersonCounts, (), (following, followers))

// False when it was so already.
bool insert_follow(db::Tx&, UserId follower, UserId followee, Instant now);
bool delete_follow(db::Tx&, UserId follower, UserId followee);
// Moves the follower's own counter, only while it stays within `most`. False when it would not.
bool count_following(db::Tx&, UserId follower, std::int64_t by, std::int64_t most);
bool is_following(db::ReadTx&, UserId follower, UserId followee);
std::optional<Instant> followed_since(db::ReadTx&, UserId follower, UserId followee);

bool insert_follower(db::Tx&, UserId followee, UserId follower, Instant since);
bool delete_follower(db::Tx&, UserId followee, UserId follower);
void count_followers(db::Tx&, UserId followee, std::int64_t by);

PersonCounts counts(db::ReadTx&, UserId);
// Of those who follow now, how many began at `since` or later.
std::int64_t followers_since(db::ReadTx&, UserId followee, Instant since);
// Newest first.
std::vector<FollowRow> list_following(db::ReadTx&, UserId follower, Cursor, std::int64_t limit);
std::vector<FollowRow> list_followers(db::ReadTx&, UserId followee, Cursor, std::int64_t limit);

}  // namespace meadow::community::store
