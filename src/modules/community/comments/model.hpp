// Comments on two levels: on a note, and in reply to a comment. Pure.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "modules/community/notes/model.hpp"

namespace meadow::community {

enum class CommentState : std::uint8_t { shown, hidden, deleted };
BOOST_DESCRIBE_ENUM(CommentState, shown, hidden, deleted)

struct CommentMove {
    CommentState from, to;
};
// Every legal move. A verdict hides and restores; who wrote it, or whose note it is, deletes.
inline constexpr CommentMove comment_moves[] = {
    {CommentState::shown, CommentState::hidden},
    {CommentState::hidden, CommentState::shown},
    {CommentState::shown, CommentState::deleted},
    {CommentState::hidden, CommentState::deleted},
};
bool may_move(CommentState from, CommentState to);

// Where a comment stands: it is found by all four.
struct CommentPlace {
    UserId author;      // of the note
    NoteId note;
    CommentId root;     // none: it stands on the note itself
    CommentId id;
};
BOOST_DESCRIBE_STRUCT(CommentPlace, (), (author, note, root, id))

struct Comment {
    CommentPlace place;
    UserId by;
    UserId answers;     // whom a reply answers
    std::string text;
    std::vector<Mark> tags;
    CommentState state = CommentState::shown;
    std::int64_t likes = 0;
    std::int64_t replies = 0;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Comment, (), (place, by, answers, text, tags, state, likes, replies, at))

}  // namespace meadow::community
