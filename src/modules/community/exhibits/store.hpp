// What moderators see of community_comments, and what is hidden of them and of community_notes, over all homes: a page of cases at a time.
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

// As governance::Exhibits::Hidden promises.
std::vector<std::int64_t> hidden_notes(db::ReadTx&, const std::string& like, std::int64_t before, std::int64_t limit);
std::vector<std::int64_t> hidden_comments(db::ReadTx&, const std::string& like, std::int64_t before, std::int64_t limit);

}  // namespace meadow::community::store
