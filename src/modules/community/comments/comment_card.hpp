// A comment as it is shown.
#pragma once
#include "jobs/context.hpp"
#include "modules/community/comments/model.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {

struct CommentCard {
    CommentId id;
    NoteId note;
    std::optional<CommentId> root;                       // the comment a reply stands under
    identity::PersonCard by;
    std::optional<identity::PersonCard> answers;         // whom a reply answers
    std::string text;
    std::vector<Mark> tags;
    std::int64_t likes = 0;
    std::int64_t replies = 0;
    bool liked = false;                                  // by me
    bool by_author = false;                              // of the note
    Instant at;
};
BOOST_DESCRIBE_STRUCT(CommentCard, (), (id, note, root, by, answers, text, tags, likes, replies, liked, by_author, at))

// In the order given, without those whose writer's account is gone or out of reach by a block. Three reads however many.
std::vector<CommentCard> cards_of(ReadCtx&, const std::vector<Comment>&);

}  // namespace meadow::community
