// What is hidden of community_notes and community_comments, over all homes: few, and for moderators only.
#pragma once
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::community::store {

template <class SomeId>
struct Hidden {
    SomeId id;
    UserId by;
    std::string title;
    std::string text;
    Instant at;
};
using HiddenNote = Hidden<NoteId>;
using HiddenComment = Hidden<CommentId>;
BOOST_DESCRIBE_STRUCT(HiddenNote, (), (id, by, title, text, at))
BOOST_DESCRIBE_STRUCT(HiddenComment, (), (id, by, title, text, at))

// Newest first; `like` is a pattern in lower case whose escape is '!'.
std::vector<HiddenNote> hidden_notes(db::ReadTx&, const std::string& like, NoteId before, std::int64_t limit);
std::vector<HiddenComment> hidden_comments(db::ReadTx&, const std::string& like, CommentId before, std::int64_t limit);

}  // namespace meadow::community::store
