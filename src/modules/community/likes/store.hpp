// community_likes (home: who likes).
#pragma once
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community::store {

// False when it was so already.
bool insert_like(db::Tx&, UserId, NoteId, Instant now);
// Ids as @rows wants them.
struct LikeRow {
    std::int64_t user_id = 0, note_id = 0, at = 0;
    bool operator==(const LikeRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(LikeRow, (), (user_id, note_id, at))
// Those that were not so already.
std::vector<LikeRow> insert_likes(db::Tx&, const std::vector<LikeRow>&);
bool delete_like(db::Tx&, UserId, NoteId);
// Which of these somebody likes.
std::vector<NoteId> liked_among(db::ReadTx&, UserId, const std::vector<NoteId>&);
// The notes somebody likes, the newest note first.
std::vector<NoteId> list_liked(db::ReadTx&, UserId, NoteId before, std::int64_t limit);

// What somebody has done with one note and its author: one statement at that person's home.
MyPart find_my_part(db::ReadTx&, UserId, NoteId, UserId author);

}  // namespace meadow::community::store
