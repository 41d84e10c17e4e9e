#include "modules/community/people/store.hpp"

namespace meadow::community::store {

const db::Sql select_comments_by{"community.select_comments_by", R"sql(
    SELECT author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, likes, replies, at FROM community_comments
     WHERE user_id = $1 AND comment_id > $2 ORDER BY comment_id LIMIT $3)sql"};
std::vector<Comment> comments_by(db::ReadTx& tx, UserId user, CommentId after, std::int64_t limit)
{
    return tx.all<Comment>(select_comments_by, user, after, limit);
}

const db::Sql select_remaining_comments{"community.select_remaining_comments", R"sql(
    SELECT author_id, note_id, root_id, comment_id, user_id, answers_id, text, tags, state, likes, replies, at FROM community_comments
     WHERE user_id = $1 AND (state <> 'deleted' OR text <> '') ORDER BY comment_id LIMIT $2)sql"};
std::vector<Comment> remaining_comments_by(db::ReadTx& tx, UserId user, std::int64_t limit)
{
    return tx.all<Comment>(select_remaining_comments, user, limit);
}

const db::Sql update_note_blank{"community.blank_note", R"sql(
    UPDATE community_notes SET title = '', text = '', tags = '[]', media = '[]', products = '[]', place = '', latitude = NULL, longitude = NULL
     WHERE author_id = $1 AND note_id = $2)sql"};
const db::Sql delete_edits{"community.delete_note_edits", "DELETE FROM community_note_edits WHERE author_id = $1 AND note_id = $2"};
void blank_note(db::Tx& tx, UserId author, NoteId note)
{
    tx.put(update_note_blank, author, note);
    tx.put(delete_edits, author, note);
}

const db::Sql update_comment_blank{"community.blank_comment", R"sql(
    UPDATE community_comments SET text = '', tags = '[]' WHERE author_id = $1 AND note_id = $2 AND root_id = $3 AND comment_id = $4)sql"};
void blank_comment(db::Tx& tx, const CommentPlace& p) { tx.put(update_comment_blank, p.author, p.note, p.root, p.id); }

const db::Sql select_remaining_notes{"community.select_remaining_notes", R"sql(
    SELECT note_id FROM community_notes WHERE author_id = $1 AND (state <> 'deleted' OR media <> '[]') ORDER BY note_id LIMIT $2)sql"};
std::vector<NoteId> remaining_notes(db::ReadTx& tx, UserId author, std::int64_t limit)
{
    return tx.all<NoteId>(select_remaining_notes, author, limit);
}

const db::Sql select_comment_likes{"community.select_comment_likes_of", R"sql(
    SELECT comment_id FROM community_comment_likes WHERE user_id = $1 ORDER BY comment_id LIMIT $2)sql"};
std::vector<CommentId> comment_likes_of(db::ReadTx& tx, UserId user, std::int64_t limit) { return tx.all<CommentId>(select_comment_likes, user, limit); }

const db::Sql select_collects{"community.select_collects_of", "SELECT note_id FROM community_collects WHERE user_id = $1 ORDER BY note_id LIMIT $2"};
std::vector<NoteId> collects_of(db::ReadTx& tx, UserId user, std::int64_t limit) { return tx.all<NoteId>(select_collects, user, limit); }

const db::Sql select_shares{"community.select_shares_of", R"sql(
    SELECT note_id, day, token FROM community_shares WHERE user_id = $1 ORDER BY note_id, day LIMIT $2)sql"};
std::vector<SharedBy> shares_of(db::ReadTx& tx, UserId user, std::int64_t limit) { return tx.all<SharedBy>(select_shares, user, limit); }

const db::Sql delete_share_sql{"community.delete_share", "DELETE FROM community_shares WHERE user_id = $1 AND note_id = $2 AND day = $3"};
const db::Sql delete_share_link{"community.delete_share_link", "DELETE FROM community_share_links WHERE token = $1"};
void delete_share(db::Tx& tx, UserId user, const SharedBy& share)
{
    tx.put(delete_share_sql, user, share.note, share.day);
    tx.put(delete_share_link, share.token);
}

const db::Sql delete_albums_sql{"community.delete_albums", "DELETE FROM community_albums WHERE user_id = $1"};
void delete_albums(db::Tx& tx, UserId user) { tx.put(delete_albums_sql, user); }

const db::Sql delete_notifications{"community.delete_notifications_of", "DELETE FROM community_notifications WHERE user_id = $1"};
const db::Sql delete_people{"community.delete_notification_people_of", "DELETE FROM community_notification_people WHERE user_id = $1"};
void delete_notifications_of(db::Tx& tx, UserId user)
{
    tx.put(delete_notifications, user);
    tx.put(delete_people, user);
}

}  // namespace meadow::community::store
