#include "modules/community/likes/store.hpp"

#include "db/many_rows.hpp"

namespace meadow::community::store {

const db::Sql insert_like_sql{"community.insert_like", R"sql(
    INSERT INTO community_likes (user_id, note_id, at) VALUES ($1, $2, $3) ON CONFLICT (user_id, note_id) DO NOTHING)sql"};
bool insert_like(db::Tx& tx, UserId user, NoteId note, Instant now) { return tx.exec(insert_like_sql, user, note, now) == 1; }

const db::Sql insert_likes_sql{"community.insert_likes", R"sql(
    INSERT INTO community_likes (user_id, note_id, at) SELECT user_id, note_id, at FROM @rows($1, user_id bigint, note_id bigint, at bigint)
     WHERE 1 = 1 ON CONFLICT (user_id, note_id) DO NOTHING RETURNING user_id, note_id, at)sql"};
std::vector<LikeRow> insert_likes(db::Tx& tx, const std::vector<LikeRow>& likes)
{
    return likes.empty() ? std::vector<LikeRow>{} : tx.all<LikeRow>(insert_likes_sql, db::many(likes));
}

const db::Sql delete_like_sql{"community.delete_like", "DELETE FROM community_likes WHERE user_id = $1 AND note_id = $2"};
bool delete_like(db::Tx& tx, UserId user, NoteId note) { return tx.exec(delete_like_sql, user, note) == 1; }

const db::Sql select_liked_among{"community.select_liked_among", R"sql(
    SELECT note_id FROM community_likes WHERE user_id = $1 AND note_id IN @list($2))sql"};
std::vector<NoteId> liked_among(db::ReadTx& tx, UserId user, const std::vector<NoteId>& notes)
{
    return notes.empty() ? std::vector<NoteId>{} : tx.all<NoteId>(select_liked_among, user, notes);
}

const db::Sql select_liked{"community.select_liked", R"sql(
    SELECT note_id FROM community_likes WHERE user_id = $1 AND note_id < $2 ORDER BY note_id DESC LIMIT $3)sql"};
std::vector<NoteId> list_liked(db::ReadTx& tx, UserId user, NoteId before, std::int64_t limit)
{
    return tx.all<NoteId>(select_liked, user, before, limit);
}

const db::Sql select_my_part{"community.select_my_part", R"sql(
    SELECT (SELECT COUNT(*) FROM community_likes WHERE user_id = $1 AND note_id = $2),
           (SELECT COUNT(*) FROM community_collects WHERE user_id = $1 AND note_id = $2),
           (SELECT COUNT(*) FROM community_follows WHERE follower_id = $1 AND followee_id = $3))sql"};
MyPart find_my_part(db::ReadTx& tx, UserId user, NoteId note, UserId author)
{
    return tx.one<MyPart>(select_my_part, user, note, author).value_or(MyPart{});
}

}  // namespace meadow::community::store
