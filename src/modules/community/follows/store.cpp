#include "modules/community/follows/store.hpp"

#include "modules/community/community.hpp"

namespace meadow::community {

std::int64_t follower_count(db::ReadTx& tx, UserId user) { return store::counts(tx, user).followers; }

const db::Sql select_followed_among{"community.select_followed_among", R"sql(
    SELECT followee_id FROM community_follows WHERE follower_id = $1 AND followee_id IN @list($2))sql"};
std::vector<UserId> followed_among(db::ReadTx& tx, UserId follower, const std::vector<UserId>& people)
{
    return people.empty() ? std::vector<UserId>{} : tx.all<UserId>(select_followed_among, follower, people);
}

const db::Sql select_followed_by{"community.select_followed_by", R"sql(
    SELECT followee_id FROM community_follows WHERE follower_id = $1 ORDER BY since DESC, followee_id DESC LIMIT $2)sql"};
std::vector<UserId> followed_by(db::ReadTx& tx, UserId follower, std::int64_t limit)
{
    return tx.all<UserId>(select_followed_by, follower, limit);
}

namespace store {

const db::Sql insert_follow_sql{"community.insert_follow", R"sql(
    INSERT INTO community_follows (follower_id, followee_id, since) VALUES ($1, $2, $3) ON CONFLICT (follower_id, followee_id) DO NOTHING)sql"};
bool insert_follow(db::Tx& tx, UserId follower, UserId followee, Instant now) { return tx.exec(insert_follow_sql, follower, followee, now) == 1; }

const db::Sql delete_follow_sql{"community.delete_follow", "DELETE FROM community_follows WHERE follower_id = $1 AND followee_id = $2"};
bool delete_follow(db::Tx& tx, UserId follower, UserId followee) { return tx.exec(delete_follow_sql, follower, followee) == 1; }

const db::Sql count_following_sql{"community.count_following", R"sql(
    INSERT INTO community_people (user_id, following, followers) VALUES ($1, $2, 0)
    ON CONFLICT (user_id) DO UPDATE SET following = community_people.following + $2 WHERE community_people.following + $2 <= $3)sql"};
bool count_following(db::Tx& tx, UserId follower, std::int64_t by, std::int64_t most)
{
    return tx.exec(count_following_sql, follower, by, most) == 1;
}

const db::Sql select_follow{"community.select_follow", "SELECT since FROM community_follows WHERE follower_id = $1 AND followee_id = $2"};
bool is_following(db::ReadTx& tx, UserId follower, UserId followee) { return followed_since(tx, follower, followee).has_value(); }
std::optional<Instant> followed_since(db::ReadTx& tx, UserId follower, UserId followee) { return tx.one<Instant>(select_follow, follower, followee); }

const db::Sql insert_follower_sql{"community.insert_follower", R"sql(
    INSERT INTO community_followers (followee_id, follower_id, since) VALUES ($1, $2, $3) ON CONFLICT (followee_id, follower_id) DO NOTHING)sql"};
bool insert_follower(db::Tx& tx, UserId followee, UserId follower, Instant since)
{
    return tx.exec(insert_follower_sql, followee, follower, since) == 1;
}

const db::Sql delete_follower_sql{"community.delete_follower", "DELETE FROM community_followers WHERE followee_id = $1 AND follower_id = $2"};
bool delete_follower(db::Tx& tx, UserId followee, UserId follower) { return tx.exec(delete_follower_sql, followee, follower) == 1; }

const db::Sql count_followers_sql{"community.count_followers", R"sql(
    INSERT INTO community_people (user_id, following, followers) VALUES ($1, 0, $2)
    ON CONFLICT (user_id) DO UPDATE SET followers = community_people.followers + $2)sql"};
void count_followers(db::Tx& tx, UserId followee, std::int64_t by) { tx.put(count_followers_sql, followee, by); }

const db::Sql select_counts{"community.select_person_counts", "SELECT following, followers FROM community_people WHERE user_id = $1"};
const db::Sql select_followers_since{"community.count_followers_since", "SELECT COUNT(*) FROM community_followers WHERE followee_id = $1 AND since >= $2"};
std::int64_t followers_since(db::ReadTx& tx, UserId followee, Instant since)
{
    return tx.one<std::int64_t>(select_followers_since, followee, since).value_or(0);
}
PersonCounts counts(db::ReadTx& tx, UserId user) { return tx.one<PersonCounts>(select_counts, user).value_or(PersonCounts{}); }

const db::Sql select_following{"community.select_following", R"sql(
    SELECT followee_id, since FROM community_follows WHERE follower_id = $1 AND (since, followee_id) < ($2, $3)
     ORDER BY since DESC, followee_id DESC LIMIT $4)sql"};
std::vector<FollowRow> list_following(db::ReadTx& tx, UserId follower, Cursor after, std::int64_t limit)
{
    return tx.all<FollowRow>(select_following, follower, after.first, after.second, limit);
}

const db::Sql select_followers{"community.select_followers", R"sql(
    SELECT follower_id, since FROM community_followers WHERE followee_id = $1 AND (since, follower_id) < ($2, $3)
     ORDER BY since DESC, follower_id DESC LIMIT $4)sql"};
std::vector<FollowRow> list_followers(db::ReadTx& tx, UserId followee, Cursor after, std::int64_t limit)
{
    return tx.all<FollowRow>(select_followers, followee, after.first, after.second, limit);
}

}  // namespace store
}  // namespace meadow::community
