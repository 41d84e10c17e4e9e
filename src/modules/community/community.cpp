// The front door's answers about notes.
#include "modules/community/community.hpp"

#include "modules/community/likes/store.hpp"
#include "modules/community/notes/store.hpp"

namespace meadow::community {
namespace {

std::vector<PublicNote> in_public(std::vector<store::CountedNote> found)
{
    std::vector<PublicNote> out;
    for (auto& [note, counts] : found) {
        if (note.audience() != Audience::everybody) continue;
        auto topics = topics_of(note.tags);
        out.push_back({note.id, note.author, std::move(note.title), std::move(note.text), std::move(topics), std::move(note.media),
                       std::move(note.products), std::move(note.place), note.latitude, note.longitude, note.disclosed(), counts.likes,
                       counts.collects, counts.comments, counts.shares, counts.views, note.published_at});
    }
    return out;
}

}  // namespace

std::vector<NoteId> liked_among(db::ReadTx& tx, UserId user, const std::vector<NoteId>& notes) { return store::liked_among(tx, user, notes); }

std::vector<PublicNote> public_notes(db::ReadTx& tx, const std::vector<NoteId>& ids) { return in_public(store::find_many(tx, ids)); }

std::vector<PublicNote> public_notes_after(db::ReadTx& tx, NoteId after, std::int64_t limit)
{
    return in_public(store::public_after(tx, after, limit));
}

std::optional<UserId> note_author(db::ReadTx& tx, NoteId note)
{
    const auto home = store::find_home(tx, note);
    return home ? std::optional(home->author) : std::nullopt;
}

}  // namespace meadow::community
