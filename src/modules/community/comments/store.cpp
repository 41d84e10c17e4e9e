#include "modules/community/comments/store.hpp"

#include "base/json.hpp"
#include "db/many_rows.hpp"

namespace meadow::community::store {

const db::Sql insert_comment_sql{"community.insert_comment", R"sql(
    INSERT INTO community_comments (author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, likes, replies, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10))sql"};
const db::Sql insert_comment_home{"community.insert_comment_home", R"sql(
    INSERT INTO community_comment_homes (comment_id, author_id, note_id, root_id) VALUES ($1, $2, $3, $4))sql"};
void insert_comment(db::Tx& tx, const Comment& c)
{
    tx.put(insert_comment_sql, c.place.author, c.place.note, c.place.root, c.place.id, c.by, c.answers, c.text, to_json(c.tags), c.state, c.at);
    tx.put(insert_comment_home, c.place.id, c.place.author, c.place.note, c.place.root);
}

struct CommentRow {
    std::int64_t author_id = 0, note_id = 0, root_id = 0, comment_id = 0, user_id = 0, answers_id = 0;
    std::string text, tags, state;
    std::int64_t at = 0;
};
BOOST_DESCRIBE_STRUCT(CommentRow, (), (author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, at))

const db::Sql insert_comments_sql{"community.insert_comments", R"sql(
    INSERT INTO community_comments (author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, likes, replies, at)
    SELECT author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, 0, 0, at
      FROM @rows($1, author_id bigint, note_id bigint, root_id bigint, comment_id bigint, user_id bigint, answers_id bigint, text text, tags text,
                 state text, at bigint))sql"};
const db::Sql insert_comment_homes{"community.insert_comment_homes", R"sql(
    INSERT INTO community_comment_homes (comment_id, author_id, note_id, root_id) SELECT comment_id, author_id, note_id, root_id
      FROM @rows($1, comment_id bigint, author_id bigint, note_id bigint, root_id bigint))sql"};
void insert_comments(db::Tx& tx, const std::vector<Comment>& comments)
{
    if (comments.empty()) return;
    std::vector<CommentRow> rows;
    for (const Comment& c : comments)
        rows.push_back({c.place.author.value, c.place.note.value, c.place.root.value, c.place.id.value, c.by.value, c.answers.value, c.text,
                        to_json(c.tags), std::string(name_of(c.state)), c.at.us});
    const std::string given = db::many(rows);
    tx.put(insert_comments_sql, given);
    tx.put(insert_comment_homes, given);
}

const db::Sql select_place{"community.select_comment_place", R"sql(
    SELECT author_id, note_id, root_id, comment_id FROM community_comment_homes WHERE comment_id = $1)sql"};
std::optional<CommentPlace> find_comment_place(db::ReadTx& tx, CommentId id) { return tx.one<CommentPlace>(select_place, id); }

const db::Sql select_comment{"community.select_comment", R"sql(
    SELECT author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, likes, replies, at FROM community_comments
     WHERE author_id = $1 AND note_id = $2 AND root_id = $3 AND comment_id = $4)sql"};
std::optional<Comment> find_comment(db::ReadTx& tx, const CommentPlace& p) { return tx.one<Comment>(select_comment, p.author, p.note, p.root, p.id); }

CommentPlace root_place(const CommentPlace& p) { return {p.author, p.note, {}, p.root}; }

const db::Sql select_newest{"community.select_newest_comments", R"sql(
    SELECT author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, likes, replies, at FROM community_comments
     WHERE author_id = $1 AND note_id = $2 AND root_id = 0 AND comment_id < $3 AND state = 'shown' ORDER BY comment_id DESC LIMIT $4)sql"};
std::vector<Comment> newest_comments(db::ReadTx& tx, UserId author, NoteId note, Cursor after, std::int64_t limit)
{
    return tx.all<Comment>(select_newest, author, note, after.first, limit);
}

const db::Sql select_most_liked{"community.select_most_liked_comments", R"sql(
    SELECT author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, likes, replies, at FROM community_comments
     WHERE author_id = $1 AND note_id = $2 AND root_id = 0 AND (likes, comment_id) < ($3, $4) AND state = 'shown'
     ORDER BY likes DESC, comment_id DESC LIMIT $5)sql"};
std::vector<Comment> liked_comments(db::ReadTx& tx, UserId author, NoteId note, Cursor after, std::int64_t limit)
{
    return tx.all<Comment>(select_most_liked, author, note, after.first, after.second, limit);
}

const db::Sql select_replies{"community.select_replies", R"sql(
    SELECT author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, likes, replies, at FROM community_comments
     WHERE author_id = $1 AND note_id = $2 AND root_id = $3 AND comment_id > $4 AND state = 'shown' ORDER BY comment_id LIMIT $5)sql"};
std::vector<Comment> oldest_replies(db::ReadTx& tx, UserId author, NoteId note, CommentId root, CommentId after, std::int64_t limit)
{
    return tx.all<Comment>(select_replies, author, note, root, after, limit);
}

const db::Sql update_state{"community.update_comment_state", R"sql(
    UPDATE community_comments SET state = $6
     WHERE author_id = $1 AND note_id = $2 AND root_id = $3 AND comment_id = $4 AND state = $5 RETURNING replies)sql"};
std::optional<std::int64_t> move_comment(db::Tx& tx, const CommentPlace& p, CommentState from, CommentState to)
{
    return tx.one<std::int64_t>(update_state, p.author, p.note, p.root, p.id, from, to);
}

const db::Sql update_replies{"community.update_replies", R"sql(
    UPDATE community_comments SET replies = replies + $4 WHERE author_id = $1 AND note_id = $2 AND root_id = 0 AND comment_id = $3)sql"};
const db::Sql update_replies_if_shown{"community.update_replies_if_shown", R"sql(
    UPDATE community_comments SET replies = replies + $4
     WHERE author_id = $1 AND note_id = $2 AND root_id = 0 AND comment_id = $3 AND state = 'shown')sql"};
bool count_replies_if_shown(db::Tx& tx, const CommentPlace& root, std::int64_t by)
{
    return tx.exec(update_replies_if_shown, root.author, root.note, root.id, by) == 1;
}
void count_replies(db::Tx& tx, const CommentPlace& root, std::int64_t by) { tx.put(update_replies, root.author, root.note, root.id, by); }

const db::Sql insert_move{"community.insert_comment_move", R"sql(
    INSERT INTO community_comment_moves (author_id, comment_id, move_id, from_state, to_state, by_user, reason, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void append_move(db::Tx& tx, const CommentMoveRow& m)
{
    tx.put(insert_move, m.place.author, m.place.id, m.id, m.from, m.to, m.by, m.reason, m.at);
}

const db::Sql insert_like{"community.insert_comment_like", R"sql(
    INSERT INTO community_comment_likes (user_id, comment_id, at) VALUES ($1, $2, $3) ON CONFLICT (user_id, comment_id) DO NOTHING)sql"};
bool insert_comment_like(db::Tx& tx, UserId user, CommentId comment, Instant now) { return tx.exec(insert_like, user, comment, now) == 1; }

const db::Sql delete_like{"community.delete_comment_like", "DELETE FROM community_comment_likes WHERE user_id = $1 AND comment_id = $2"};
bool delete_comment_like(db::Tx& tx, UserId user, CommentId comment) { return tx.exec(delete_like, user, comment) == 1; }

const db::Sql update_likes{"community.update_comment_likes", R"sql(
    UPDATE community_comments SET likes = likes + $5 WHERE author_id = $1 AND note_id = $2 AND root_id = $3 AND comment_id = $4)sql"};
void count_comment_likes(db::Tx& tx, const CommentPlace& p, std::int64_t by) { tx.put(update_likes, p.author, p.note, p.root, p.id, by); }

const db::Sql select_liked{"community.select_liked_comments", R"sql(
    SELECT comment_id FROM community_comment_likes WHERE user_id = $1 AND comment_id IN @list($2))sql"};
std::vector<CommentId> liked_comments_among(db::ReadTx& tx, UserId user, const std::vector<CommentId>& comments)
{
    return comments.empty() ? std::vector<CommentId>{} : tx.all<CommentId>(select_liked, user, comments);
}

const db::Sql select_shown{"community.select_shown_comments", R"sql(
    SELECT c.comment_id, c.note_id, c.text FROM community_comment_homes h
      JOIN community_comments c ON c.author_id = h.author_id AND c.note_id = h.note_id AND c.root_id = h.root_id AND c.comment_id = h.comment_id
      LEFT JOIN community_comments r ON r.author_id = h.author_id AND r.note_id = h.note_id AND r.root_id = 0 AND r.comment_id = h.root_id
     WHERE h.comment_id IN @list($1) AND c.state = 'shown' AND (h.root_id = 0 OR r.state = 'shown'))sql"};
std::vector<CommentText> comments_shown(db::ReadTx& tx, const std::vector<CommentId>& comments)
{
    return comments.empty() ? std::vector<CommentText>{} : tx.all<CommentText>(select_shown, comments);
}

}  // namespace meadow::community::store
