// Numbers beside the rows they count.
#include "modules/community/people/store.hpp"

namespace meadow::community::store {

const db::Sql audit_likes{"community.audit_likes", R"sql(
    SELECT note_id, CAST(SUM(n) AS bigint) FROM (SELECT note_id, likes AS n FROM community_note_counts
        UNION ALL SELECT note_id, -1 FROM community_likes) AS sides GROUP BY note_id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_likes(db::ReadTx& tx) { return tx.all<Miscount>(audit_likes); }

const db::Sql audit_collects{"community.audit_collects", R"sql(
    SELECT note_id, CAST(SUM(n) AS bigint) FROM (SELECT note_id, collects AS n FROM community_note_counts
        UNION ALL SELECT note_id, -1 FROM community_collects) AS sides GROUP BY note_id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_collects(db::ReadTx& tx) { return tx.all<Miscount>(audit_collects); }

const db::Sql audit_shares{"community.audit_shares", R"sql(
    SELECT note_id, CAST(SUM(n) AS bigint) FROM (SELECT note_id, shares AS n FROM community_note_counts
        UNION ALL SELECT note_id, -1 FROM community_shares) AS sides GROUP BY note_id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_shares(db::ReadTx& tx) { return tx.all<Miscount>(audit_shares); }

// A reply counts while it and the comment it stands under are shown.
const db::Sql audit_comments{"community.audit_comments", R"sql(
    SELECT note_id, CAST(SUM(n) AS bigint) FROM (SELECT note_id, comments AS n FROM community_note_counts
        UNION ALL SELECT note_id, -1 FROM community_comments WHERE root_id = 0 AND state = 'shown'
        UNION ALL SELECT c.note_id, -1 FROM community_comments c
                    JOIN community_comments r ON r.author_id = c.author_id AND r.note_id = c.note_id AND r.root_id = 0 AND r.comment_id = c.root_id
                   WHERE c.root_id <> 0 AND c.state = 'shown' AND r.state = 'shown') AS sides GROUP BY note_id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_comments(db::ReadTx& tx) { return tx.all<Miscount>(audit_comments); }

const db::Sql audit_replies{"community.audit_replies", R"sql(
    SELECT id, CAST(SUM(n) AS bigint) FROM (SELECT comment_id AS id, replies AS n FROM community_comments WHERE root_id = 0
        UNION ALL SELECT root_id, -1 FROM community_comments WHERE root_id <> 0 AND state = 'shown') AS sides GROUP BY id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_replies(db::ReadTx& tx) { return tx.all<Miscount>(audit_replies); }

const db::Sql audit_comment_likes{"community.audit_comment_likes", R"sql(
    SELECT comment_id, CAST(SUM(n) AS bigint) FROM (SELECT comment_id, likes AS n FROM community_comments
        UNION ALL SELECT comment_id, -1 FROM community_comment_likes) AS sides GROUP BY comment_id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_comment_likes(db::ReadTx& tx) { return tx.all<Miscount>(audit_comment_likes); }

const db::Sql audit_following{"community.audit_following", R"sql(
    SELECT id, CAST(SUM(n) AS bigint) FROM (SELECT user_id AS id, following AS n FROM community_people
        UNION ALL SELECT follower_id, -1 FROM community_follows) AS sides GROUP BY id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_following(db::ReadTx& tx) { return tx.all<Miscount>(audit_following); }

const db::Sql audit_followers{"community.audit_followers", R"sql(
    SELECT id, CAST(SUM(n) AS bigint) FROM (SELECT user_id AS id, followers AS n FROM community_people
        UNION ALL SELECT followee_id, -1 FROM community_followers) AS sides GROUP BY id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_followers(db::ReadTx& tx) { return tx.all<Miscount>(audit_followers); }

const db::Sql audit_albums{"community.audit_albums", R"sql(
    SELECT album_id, CAST(SUM(n) AS bigint) FROM (SELECT album_id, notes AS n FROM community_albums
        UNION ALL SELECT album_id, -1 FROM community_collects) AS sides GROUP BY album_id HAVING SUM(n) <> 0 LIMIT 50)sql"};
std::vector<Miscount> miscounted_albums(db::ReadTx& tx) { return tx.all<Miscount>(audit_albums); }

}  // namespace meadow::community::store
