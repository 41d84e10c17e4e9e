// What community tells the street.
#pragma once
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::community {

// `turn` grows with every change of one follow, so that whoever keeps a copy knows which news is the last word, however late it is heard.
struct Followed {
    static constexpr std::string_view kind = "community.followed";
    UserId follower;
    UserId followee;
    Instant at;
    std::int64_t turn = 0;
};
BOOST_DESCRIBE_STRUCT(Followed, (), (follower, followee, at, turn))

struct Unfollowed {
    static constexpr std::string_view kind = "community.unfollowed";
    UserId follower;
    UserId followee;
    std::int64_t turn = 0;
};
BOOST_DESCRIBE_STRUCT(Unfollowed, (), (follower, followee, turn))

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

// Somebody opened these notes, in this order, before the town heard of it: an import brought it. The counters have it already.
struct NotesOpened {
    static constexpr std::string_view kind = "community.notes_opened";
    UserId by;
    std::vector<NoteId> notes;
};
BOOST_DESCRIBE_STRUCT(NotesOpened, (), (by, notes))

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

struct CommentLiked {
    static constexpr std::string_view kind = "community.comment_liked";
    NoteId note;
    CommentId comment;
    UserId writer;             // of the comment
    UserId by;
    bool undone = false;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(CommentLiked, (), (note, comment, writer, by, undone, at))

// Somebody was named by @mention in a note, or in a comment on it, that others may see.
struct Mentioned {
    static constexpr std::string_view kind = "community.mentioned";
    UserId user;
    UserId by;
    NoteId note;
    std::optional<CommentId> comment;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Mentioned, (), (user, by, note, comment, at))

// A number on somebody's bell grew.
struct Notified {
    static constexpr std::string_view kind = "community.notified";
    UserId user;
    std::string group;         // a NotificationGroup
    std::string what;
    std::string about;
};
BOOST_DESCRIBE_STRUCT(Notified, (), (user, group, what, about))

// The timer of a scheduled note. Whoever hears it asks the note whether it is still due.
struct NoteDue {
    static constexpr std::string_view kind = "community.note_due";
    NoteId note;
    UserId author;
};
BOOST_DESCRIBE_STRUCT(NoteDue, (), (note, author))

// More notes pin a product that changed than are looked at in one go: go on after this one.
struct PinsToCheck {
    static constexpr std::string_view kind = "community.pins_to_check";
    ProductId product;
    NoteId after;
};
BOOST_DESCRIBE_STRUCT(PinsToCheck, (), (product, after))

// Somebody has left, and there is more of theirs to take away than was taken in one go.
struct PersonToErase {
    static constexpr std::string_view kind = "community.person_to_erase";
    UserId user;
};
BOOST_DESCRIBE_STRUCT(PersonToErase, (), (user))

}  // namespace meadow::community
