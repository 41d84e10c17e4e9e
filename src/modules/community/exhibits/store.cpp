#include "modules/community/exhibits/store.hpp"

namespace meadow::community::store {

const db::Sql select_comments{"community.select_exhibited_comments", R"sql(
    SELECT c.comment_id, c.user_id, c.note_id, c.text, c.state, c.at FROM community_comment_homes h
      JOIN community_comments c ON c.author_id = h.author_id AND c.note_id = h.note_id AND c.root_id = h.root_id AND c.comment_id = h.comment_id
     WHERE h.comment_id IN @list($1))sql"};
std::vector<CommentExhibit> exhibited_comments(db::ReadTx& tx, const std::vector<std::int64_t>& ids)
{
    return ids.empty() ? std::vector<CommentExhibit>{} : tx.all<CommentExhibit>(select_comments, ids);
}

const db::Sql select_hidden_notes{"community.select_hidden_notes", R"sql(
    SELECT note_id FROM community_notes
     WHERE state = 'hidden' AND note_id < $2 AND (lower(title) LIKE $1 ESCAPE '!' OR lower(text) LIKE $1 ESCAPE '!')
     ORDER BY note_id DESC LIMIT $3)sql"};
std::vector<std::int64_t> hidden_notes(db::ReadTx& tx, const std::string& like, std::int64_t before, std::int64_t limit)
{
    return tx.all<std::int64_t>(select_hidden_notes, like, before, limit);
}

const db::Sql select_hidden_comments{"community.select_hidden_comments", R"sql(
    SELECT comment_id FROM community_comments
     WHERE state = 'hidden' AND comment_id < $2 AND lower(text) LIKE $1 ESCAPE '!' ORDER BY comment_id DESC LIMIT $3)sql"};
std::vector<std::int64_t> hidden_comments(db::ReadTx& tx, const std::string& like, std::int64_t before, std::int64_t limit)
{
    return tx.all<std::int64_t>(select_hidden_comments, like, before, limit);
}

}  // namespace meadow::community::store
