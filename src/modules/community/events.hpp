// What community tells the street.
#pragma once
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::community {

struct Followed {
    static constexpr std::string_view kind = "community.followed";
    UserId follower;
    UserId followee;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Followed, (), (follower, followee, at))

struct Unfollowed {
    static constexpr std::string_view kind = "community.unfollowed";
    UserId follower;
    UserId followee;
};
BOOST_DESCRIBE_STRUCT(Unfollowed, (), (follower, followee))

// Anybody may see it from now on (visibility public, its time has come, no verdict against it), or it changed while that is so.
struct NotePublished {
    static constexpr std::string_view kind = "community.note_published";
    NoteId note;
    UserId author;
    Instant published_at;
};
BOOST_DESCRIBE_STRUCT(NotePublished, (), (note, author, published_at))

// Not for everybody any more: deleted, hidden by a verdict, or made private.
struct NoteWithdrawn {
    static constexpr std::string_view kind = "community.note_withdrawn";
    NoteId note;
    UserId author;
};
BOOST_DESCRIBE_STRUCT(NoteWithdrawn, (), (note, author))

// Somebody liked, collected or shared a note, or took it back.
enum class Reaction : std::uint8_t { like, collect, share };
BOOST_DESCRIBE_ENUM(Reaction, like, collect, share)
struct NoteReacted {
    static constexpr std::string_view kind = "community.note_reacted";
    NoteId note;
    UserId author;
    UserId by;
    Reaction reaction{};
    bool undone = false;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(NoteReacted, (), (note, author, by, reaction, undone, at))

struct NoteCommented {
    static constexpr std::string_view kind = "community.note_commented";
    NoteId note;
    UserId author;             // of the note
    CommentId comment;
    UserId by;
    std::optional<UserId> answers;   // whom the comment answers, when it is a reply
    Instant at;
};
BOOST_DESCRIBE_STRUCT(NoteCommented, (), (note, author, comment, by, answers, at))

}  // namespace meadow::community
