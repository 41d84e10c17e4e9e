// Notes and what people do with them: counters beside the rows they count, and who may see what was hidden.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    {Moment::always, {"audit.reactions_equal_rows", R"sql(
        SELECT what || ' of note ' || CAST(note_id AS text) || ' by ' || CAST(SUM(n) AS text)
          FROM (SELECT 'likes' AS what, note_id, likes AS n FROM community_note_counts
                 UNION ALL SELECT 'collects', note_id, collects FROM community_note_counts
                 UNION ALL SELECT 'shares', note_id, shares FROM community_note_counts
                 UNION ALL SELECT 'likes', note_id, -1 FROM community_likes
                 UNION ALL SELECT 'collects', note_id, -1 FROM community_collects
                 UNION ALL SELECT 'shares', note_id, -1 FROM community_shares) AS sides
         GROUP BY what, note_id HAVING SUM(n) <> 0)sql"}},
    // A reply counts on the note only while the comment above it is shown.
    {Moment::always, {"audit.comments_equal_rows", R"sql(
        SELECT 'note ' || CAST(note_id AS text) || ' by ' || CAST(SUM(n) AS text)
          FROM (SELECT note_id, comments AS n FROM community_note_counts
                 UNION ALL SELECT note_id, -1 FROM community_comments WHERE root_id = 0 AND state = 'shown'
                 UNION ALL
                SELECT c.note_id, -1 FROM community_comments c JOIN community_comments root
                    ON root.author_id = c.author_id AND root.note_id = c.note_id AND root.root_id = 0 AND root.comment_id = c.root_id
                 WHERE c.root_id <> 0 AND c.state = 'shown' AND root.state = 'shown') AS sides
         GROUP BY note_id HAVING SUM(n) <> 0)sql"}},
    {Moment::always, {"audit.replies_equal_rows", R"sql(
        SELECT 'comment ' || CAST(comment_id AS text)
          FROM (SELECT comment_id, replies AS n FROM community_comments WHERE root_id = 0
                 UNION ALL SELECT root_id, -1 FROM community_comments WHERE root_id <> 0 AND state = 'shown') AS sides
         GROUP BY comment_id HAVING SUM(n) <> 0)sql"}},
    {Moment::always, {"audit.comment_likes_equal_rows", R"sql(
        SELECT 'comment ' || CAST(comment_id AS text)
          FROM (SELECT comment_id, likes AS n FROM community_comments
                 UNION ALL SELECT comment_id, -1 FROM community_comment_likes) AS sides
         GROUP BY comment_id HAVING SUM(n) <> 0)sql"}},
    {Moment::always, {"audit.comments_are_found", R"sql(
        SELECT 'comment ' || CAST(c.comment_id AS text)
          FROM community_comments c LEFT JOIN community_comment_homes h ON h.comment_id = c.comment_id
         WHERE h.comment_id IS NULL OR h.note_id <> c.note_id OR h.root_id <> c.root_id)sql"}},
    {Moment::always, {"audit.albums_equal_rows", R"sql(
        SELECT 'album ' || CAST(album_id AS text)
          FROM (SELECT user_id, album_id, notes AS n FROM community_albums
                 UNION ALL SELECT user_id, album_id, -1 FROM community_collects) AS sides
         GROUP BY user_id, album_id HAVING SUM(n) <> 0)sql"}},
    {Moment::always, {"audit.follows_equal_rows", R"sql(
        SELECT what || ' of ' || CAST(user_id AS text) || ' by ' || CAST(SUM(n) AS text)
          FROM (SELECT 'following' AS what, user_id, following AS n FROM community_people
                 UNION ALL SELECT 'followers', user_id, followers FROM community_people
                 UNION ALL SELECT 'following', follower_id, -1 FROM community_follows
                 UNION ALL SELECT 'followers', followee_id, -1 FROM community_followers) AS sides
         GROUP BY what, user_id HAVING SUM(n) <> 0)sql"}},
    {Moment::settled, {"audit.followers_mirror_follows", R"sql(
        SELECT CAST(follower_id AS text) || ' follows ' || CAST(followee_id AS text)
          FROM (SELECT follower_id, followee_id, 1 AS n FROM community_follows
                 UNION ALL SELECT follower_id, followee_id, -1 FROM community_followers) AS sides
         GROUP BY follower_id, followee_id HAVING SUM(n) <> 0)sql"}},
    {Moment::always, {"audit.audience_follows_the_note", R"sql(
        SELECT 'note ' || CAST(n.note_id AS text) || ' is ' || n.state || ' for ' || n.visibility || ', its audience ' || COALESCE(h.audience, 'missing')
          FROM community_notes n LEFT JOIN community_note_homes h ON h.note_id = n.note_id AND h.author_id = n.author_id
         WHERE h.note_id IS NULL OR h.version <> n.version
            OR (h.audience = 'everybody') <> (n.state = 'published' AND n.visibility = 'public')
            OR (h.audience = 'friends') <> (n.state = 'published' AND n.visibility = 'friends'))sql"}},
    {Moment::always, {"audit.note_moves_lead_to_its_state", R"sql(
        SELECT 'note ' || CAST(note_id AS text)
          FROM (SELECT n.note_id, n.state, m.from_state, m.to_state,
                       LAG(m.to_state) OVER (PARTITION BY n.note_id ORDER BY m.move_id) AS came_from,
                       LEAD(m.move_id) OVER (PARTITION BY n.note_id ORDER BY m.move_id) AS next_move
                  FROM community_notes n LEFT JOIN community_note_moves m ON m.author_id = n.author_id AND m.note_id = n.note_id) AS walk
         WHERE COALESCE(from_state, 'draft') <> COALESCE(came_from, 'draft')
            OR (next_move IS NULL AND COALESCE(to_state, 'draft') <> state))sql"}},
    {Moment::settled, {"audit.hidden_stays_hidden", R"sql(
        SELECT c.subject_kind || ' ' || CAST(c.subject_id AS text)
          FROM governance_cases c
          LEFT JOIN community_notes n ON c.subject_kind = 'note' AND n.note_id = c.subject_id
          LEFT JOIN community_comments m ON c.subject_kind = 'comment' AND m.comment_id = c.subject_id
          LEFT JOIN catalog_reviews r ON c.subject_kind = 'review' AND r.review_id = c.subject_id
          LEFT JOIN catalog_products p ON c.subject_kind = 'product' AND p.product_id = c.subject_id
         WHERE c.hidden = 1 AND (n.state IN ('published', 'scheduled') OR m.state = 'shown' OR r.hidden = 0 OR p.hidden = 0))sql"}},
    {Moment::settled, {"audit.what_is_not_seen_is_not_listed", R"sql(
        SELECT DISTINCT 'note ' || CAST(e.note_id AS text) FROM discovery_entries e
          LEFT JOIN community_note_homes h ON h.note_id = e.note_id WHERE COALESCE(h.audience, 'nobody') <> 'everybody')sql"}},
    {Moment::settled, {"audit.what_is_seen_is_listed", R"sql(
        SELECT 'note ' || CAST(h.note_id AS text) FROM community_note_homes h
         WHERE h.audience = 'everybody' AND NOT EXISTS (SELECT 1 FROM discovery_notes d WHERE d.note_id = h.note_id))sql"}},
};

}  // namespace

const std::span<const Rule> community_rules{rules};

}  // namespace meadow::audit
