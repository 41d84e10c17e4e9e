// What moderators see of community_comments, over all homes: a page of cases at a time.
#pragma once
#include <string>
#include <vector>

#include "db/tx.hpp"
#include "modules/community/comments/model.hpp"

namespace meadow::community::store {

struct CommentExhibit {
    CommentId id;
    UserId by;
    NoteId note;
    std::string text;
    CommentState state{};
    Instant at;
};
BOOST_DESCRIBE_STRUCT(CommentExhibit, (), (id, by, note, text, state, at))

// In no particular order, deleted ones too.
std::vector<CommentExhibit> exhibited_comments(db::ReadTx&, const std::vector<std::int64_t>&);

}  // namespace meadow::community::store
