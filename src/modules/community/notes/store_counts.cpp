// The counters of a note.
#include "modules/community/notes/store.hpp"

#include "db/many_rows.hpp"

namespace meadow::community::store {

const db::Sql update_likes{"community.update_likes", R"sql(
    UPDATE community_note_counts SET likes = likes + $3 WHERE author_id = $1 AND note_id = $2)sql"};
void count_likes(db::Tx& tx, UserId author, NoteId note, std::int64_t by) { tx.put(update_likes, author, note, by); }

const db::Sql update_collects{"community.update_collects", R"sql(
    UPDATE community_note_counts SET collects = collects + $3 WHERE author_id = $1 AND note_id = $2)sql"};
void count_collects(db::Tx& tx, UserId author, NoteId note, std::int64_t by) { tx.put(update_collects, author, note, by); }

const db::Sql update_comments{"community.update_comments", R"sql(
    UPDATE community_note_counts SET comments = comments + $3 WHERE author_id = $1 AND note_id = $2)sql"};
void count_comments(db::Tx& tx, UserId author, NoteId note, std::int64_t by) { tx.put(update_comments, author, note, by); }

const db::Sql update_shares{"community.update_shares", R"sql(
    UPDATE community_note_counts SET shares = shares + $3 WHERE author_id = $1 AND note_id = $2)sql"};
void count_shares(db::Tx& tx, UserId author, NoteId note, std::int64_t by) { tx.put(update_shares, author, note, by); }

const db::Sql update_views{"community.update_views", R"sql(
    UPDATE community_note_counts SET views = views + $3, reads = reads + $4 WHERE author_id = $1 AND note_id = $2)sql"};
void count_views(db::Tx& tx, UserId author, NoteId note, std::int64_t views, std::int64_t reads)
{
    tx.put(update_views, author, note, views, reads);
}

const db::Sql update_many{"community.update_many_counts", R"sql(
    UPDATE community_note_counts SET likes = community_note_counts.likes + given.likes, collects = community_note_counts.collects + given.collects,
           comments = community_note_counts.comments + given.comments, views = community_note_counts.views + given.views,
           reads = community_note_counts.reads + given.reads
      FROM @rows($1, author_id bigint, note_id bigint, likes bigint, collects bigint, comments bigint, views bigint, reads bigint)
     WHERE community_note_counts.author_id = given.author_id AND community_note_counts.note_id = given.note_id)sql"};
void count_many(db::Tx& tx, const std::vector<CountRow>& more)
{
    if (!more.empty()) tx.put(update_many, db::many(more));
}

const db::Sql select_received{"community.select_received", R"sql(
    SELECT CAST(COALESCE(SUM(likes + collects), 0) AS bigint) FROM community_note_counts WHERE author_id = $1)sql"};
std::int64_t received(db::ReadTx& tx, UserId author) { return tx.one<std::int64_t>(select_received, author).value_or(0); }

const db::Sql select_engagement{"community.select_engagement", R"sql(
    SELECT COUNT(*), CAST(COALESCE(SUM(c.likes), 0) AS bigint), CAST(COALESCE(SUM(c.collects), 0) AS bigint),
           CAST(COALESCE(SUM(c.comments), 0) AS bigint), CAST(COALESCE(SUM(c.shares), 0) AS bigint), CAST(COALESCE(SUM(c.views), 0) AS bigint)
      FROM community_notes n JOIN community_note_counts c ON c.author_id = n.author_id AND c.note_id = n.note_id
     WHERE n.author_id = $1 AND n.state = 'published' AND n.visibility = 'public' AND n.published_at >= $2)sql"};
Engagement engagement(db::ReadTx& tx, UserId author, Instant since)
{
    return tx.one<Engagement>(select_engagement, author, since).value_or(Engagement{});
}

}  // namespace meadow::community::store
