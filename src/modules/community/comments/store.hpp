// community_comments, community_comment_moves (home: the note's author), community_comment_homes (home: the comment),
// community_comment_likes (home: who likes).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/community/comments/model.hpp"

namespace meadow::community::store {

// The comment and its place in the directory.
void insert_comment(db::Tx&, const Comment&);
void insert_comments(db::Tx&, const std::vector<Comment>&);
std::optional<CommentPlace> find_comment_place(db::ReadTx&, CommentId);
std::optional<Comment> find_comment(db::ReadTx&, const CommentPlace&);
// Where the comment stands that a reply belongs to.
CommentPlace root_place(const CommentPlace&);

// Those shown under a note (root: none) or under a comment. By time: newest first on a note, oldest first among replies.
std::vector<Comment> newest_comments(db::ReadTx&, UserId author, NoteId, Cursor, std::int64_t limit);
std::vector<Comment> liked_comments(db::ReadTx&, UserId author, NoteId, Cursor, std::int64_t limit);
std::vector<Comment> oldest_replies(db::ReadTx&, UserId author, NoteId, CommentId root, CommentId after, std::int64_t limit);

// Moves the state while it is `from`. Returns how many replies are shown under it, or nothing when it is not `from` any more.
std::optional<std::int64_t> move_comment(db::Tx&, const CommentPlace&, CommentState from, CommentState to);
// Counts replies while the comment is shown: false, and nothing counted, when it is not.
bool count_replies_if_shown(db::Tx&, const CommentPlace& root, std::int64_t by);
void count_replies(db::Tx&, const CommentPlace& root, std::int64_t by);

struct CommentMoveRow {
    CommentPlace place;
    std::int64_t id = 0;
    CommentState from{}, to{};
    UserId by;
    std::string reason;
    Instant at;
};
void append_move(db::Tx&, const CommentMoveRow&);

// False when it was so already.
bool insert_comment_like(db::Tx&, UserId, CommentId, Instant now);
bool delete_comment_like(db::Tx&, UserId, CommentId);
void count_comment_likes(db::Tx&, const CommentPlace&, std::int64_t by);
std::vector<CommentId> liked_comments_among(db::ReadTx&, UserId, const std::vector<CommentId>&);

// What those comments say that are shown.
struct CommentText {
    CommentId id;
    NoteId note;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(CommentText, (), (id, note, text))
std::vector<CommentText> comments_shown(db::ReadTx&, const std::vector<CommentId>&);

}  // namespace meadow::community::store
