#include "modules/community/hidden/store.hpp"

namespace meadow::community::store {

const db::Sql select_hidden_notes{"community.select_hidden_notes", R"sql(
    SELECT note_id, author_id, title, text, created_at FROM community_notes
     WHERE state = 'hidden' AND note_id < $2 AND (lower(title) LIKE $1 ESCAPE '!' OR lower(text) LIKE $1 ESCAPE '!')
     ORDER BY note_id DESC LIMIT $3)sql"};
std::vector<HiddenNote> hidden_notes(db::ReadTx& tx, const std::string& like, NoteId before, std::int64_t limit)
{
    return tx.all<HiddenNote>(select_hidden_notes, like, before, limit);
}

const db::Sql select_hidden_comments{"community.select_hidden_comments", R"sql(
    SELECT comment_id, user_id, '', text, at FROM community_comments
     WHERE state = 'hidden' AND comment_id < $2 AND lower(text) LIKE $1 ESCAPE '!' ORDER BY comment_id DESC LIMIT $3)sql"};
std::vector<HiddenComment> hidden_comments(db::ReadTx& tx, const std::string& like, CommentId before, std::int64_t limit)
{
    return tx.all<HiddenComment>(select_hidden_comments, like, before, limit);
}

}  // namespace meadow::community::store
