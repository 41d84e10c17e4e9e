#include "modules/community/people/export_person.hpp"

#include "modules/community/collects/store.hpp"
#include "modules/community/follows/store.hpp"
#include "modules/community/likes/store.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/community/notifications/store.hpp"
#include "modules/community/people/store.hpp"

namespace meadow::community {
namespace {

constexpr std::int64_t piece = 500;

struct ExportedAlbum {
    Album album;
    std::vector<store::CollectRow> notes;
};
BOOST_DESCRIBE_STRUCT(ExportedAlbum, (), (album, notes))

struct Exported {
    std::vector<store::CountedNote> notes;
    std::vector<Comment> comments;
    std::vector<NoteId> likes;
    std::vector<ExportedAlbum> albums;
    std::vector<store::FollowRow> following;
    std::vector<Notification> notifications;
};
BOOST_DESCRIBE_STRUCT(Exported, (), (notes, comments, likes, albums, following, notifications))

// Reads a list to its end: `some(last)` gives the rows after the last one of the piece before.
template <class Row, class Some>
std::vector<Row> whole(Some some)
{
    std::vector<Row> all;
    for (;;) {
        auto rows = some(all.empty() ? nullptr : &all.back());
        const bool more = std::int64_t(rows.size()) == piece;
        all.insert(all.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        if (!more) return all;
    }
}

template <class Row>
std::vector<Row> whole_by_time(auto list, auto id_of)
{
    return whole<Row>([&](const Row* last) { return list(last ? Cursor{id_of(*last).first, id_of(*last).second} : Cursor{}); });
}

}  // namespace

std::string export_person(ReadCtx& ctx, UserId user)
{
    db::ReadTx& tx = ctx.tx;
    Exported out;
    out.notes = whole<store::CountedNote>(
        [&](const auto* last) { return store::list_own(tx, user, {}, last ? last->note.id : NoteId{INT64_MAX}, piece); });
    out.comments = whole<Comment>([&](const auto* last) { return store::comments_by(tx, user, last ? last->place.id : CommentId{}, piece); });
    out.likes = whole<NoteId>([&](const auto* last) { return store::list_liked(tx, user, last ? *last : NoteId{INT64_MAX}, piece); });
    for (const Album& album : store::list_albums(tx, user)) {
        auto notes = whole_by_time<store::CollectRow>([&](Cursor after) { return store::list_collects(tx, user, album.id, after, piece); },
                                                      [](const auto& row) { return std::pair{row.at.us, row.note.value}; });
        out.albums.push_back({album, std::move(notes)});
    }
    out.following = whole_by_time<store::FollowRow>([&](Cursor after) { return store::list_following(tx, user, after, piece); },
                                                    [](const auto& row) { return std::pair{row.since.us, row.user.value}; });
    out.notifications = whole_by_time<Notification>([&](Cursor after) { return store::list_notifications(tx, user, {}, after, piece); },
                                                    [](const auto& row) { return std::pair{row.at.us, row.id}; });
    return to_json(out);
}

}  // namespace meadow::community
