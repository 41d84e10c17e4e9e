#include "modules/community/community.hpp"
#include "modules/community/people/store.hpp"

namespace meadow::community {

std::vector<std::string> check_counts(db::ReadTx& tx)
{
    std::vector<std::string> faults;
    const auto note = [&](std::string_view what, const std::vector<store::Miscount>& found, std::string_view prefix) {
        for (const store::Miscount& one : found)
            faults.push_back(std::string(what) + " of " + id_text(prefix, one.of) + " are off by " + std::to_string(one.by));
    };
    note("likes", store::miscounted_likes(tx), NoteId::prefix());
    note("collects", store::miscounted_collects(tx), NoteId::prefix());
    note("shares", store::miscounted_shares(tx), NoteId::prefix());
    note("comments", store::miscounted_comments(tx), NoteId::prefix());
    note("replies", store::miscounted_replies(tx), CommentId::prefix());
    note("likes", store::miscounted_comment_likes(tx), CommentId::prefix());
    note("followed people", store::miscounted_following(tx), UserId::prefix());
    note("followers", store::miscounted_followers(tx), UserId::prefix());
    note("notes in albums", store::miscounted_albums(tx), AlbumId::prefix());
    return faults;
}

}  // namespace meadow::community
