// All that the tables of community hold of one person: for the export, and to erase it piece by piece.
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "modules/community/comments/model.hpp"
#include "modules/community/shares/store.hpp"

namespace meadow::community::store {

// What somebody said, the oldest first, deleted or not; and what is left of it to take away.
std::vector<Comment> comments_by(db::ReadTx&, UserId, CommentId after, std::int64_t limit);
std::vector<Comment> remaining_comments_by(db::ReadTx&, UserId, std::int64_t limit);
// Takes the words out of the rows.
void blank_note(db::Tx&, UserId author, NoteId);
void blank_comment(db::Tx&, const CommentPlace&);

std::vector<NoteId> remaining_notes(db::ReadTx&, UserId author, std::int64_t limit);
std::vector<CommentId> comment_likes_of(db::ReadTx&, UserId, std::int64_t limit);
std::vector<NoteId> collects_of(db::ReadTx&, UserId, std::int64_t limit);

struct SharedBy {
    NoteId note;
    std::int64_t day = 0;
    std::string token;
};
BOOST_DESCRIBE_STRUCT(SharedBy, (), (note, day, token))
std::vector<SharedBy> shares_of(db::ReadTx&, UserId, std::int64_t limit);
void delete_share(db::Tx&, UserId, const SharedBy&);

void delete_albums(db::Tx&, UserId);
void delete_notifications_of(db::Tx&, UserId);

// Public numbers that do not equal the rows they count, and by how much. Each reads everything; at most 50 rows.
struct Miscount {
    std::int64_t of = 0;       // a note, a comment, a person, an album
    std::int64_t by = 0;
};
BOOST_DESCRIBE_STRUCT(Miscount, (), (of, by))
std::vector<Miscount> miscounted_likes(db::ReadTx&);
std::vector<Miscount> miscounted_collects(db::ReadTx&);
std::vector<Miscount> miscounted_shares(db::ReadTx&);
std::vector<Miscount> miscounted_comments(db::ReadTx&);
std::vector<Miscount> miscounted_replies(db::ReadTx&);
std::vector<Miscount> miscounted_comment_likes(db::ReadTx&);
std::vector<Miscount> miscounted_following(db::ReadTx&);
std::vector<Miscount> miscounted_followers(db::ReadTx&);
std::vector<Miscount> miscounted_albums(db::ReadTx&);

}  // namespace meadow::community::store
