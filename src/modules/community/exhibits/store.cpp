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

}  // namespace meadow::community::store
