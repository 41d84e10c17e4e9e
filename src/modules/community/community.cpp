// The front door's answers about notes.
#include "modules/community/community.hpp"

#include <algorithm>

#include "modules/community/comments/store.hpp"
#include "modules/community/likes/store.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {
namespace {

std::vector<PublicNote> in_public(db::ReadTx& tx, std::vector<store::CountedNote> found, Authors whose)
{
    std::vector<UserId> authors;
    for (const auto& counted : found) authors.push_back(counted.note.author);
    const auto active = whose == Authors::all ? std::vector<identity::PersonCard>{} : identity::person_cards(tx, authors);
    const auto is_active = [&](UserId author) {
        return whose == Authors::all || std::any_of(active.begin(), active.end(), [&](const identity::PersonCard& card) { return card.id == author; });
    };
    std::vector<PublicNote> out;
    for (auto& [note, counts] : found) {
        if (note.audience() != Audience::everybody || !is_active(note.author)) continue;
        auto topics = topics_of(note.tags);
        out.push_back({note.id, note.author, std::move(note.title), std::move(note.text), std::move(topics), std::move(note.media),
                       std::move(note.products), std::move(note.place), note.latitude, note.longitude, note.disclosed(), counts.likes,
                       counts.collects, counts.comments, counts.shares, counts.views, note.published_at});
    }
    return out;
}

}  // namespace

std::vector<NoteId> liked_among(db::ReadTx& tx, UserId user, const std::vector<NoteId>& notes) { return store::liked_among(tx, user, notes); }

std::vector<PublicNote> public_notes(db::ReadTx& tx, const std::vector<NoteId>& ids, Authors whose) { return in_public(tx, store::find_many(tx, ids), whose); }

std::vector<PublicNote> public_notes_after(db::ReadTx& tx, NoteId after, std::int64_t limit, Authors whose)
{
    return in_public(tx, store::public_after(tx, after, limit), whose);
}

std::vector<ShownComment> shown_comments(db::ReadTx& tx, const std::vector<CommentId>& ids)
{
    std::vector<ShownComment> out;
    for (auto& comment : store::comments_shown(tx, ids)) out.push_back({comment.id, comment.note, std::move(comment.text)});
    return out;
}

std::optional<UserId> note_author(db::ReadTx& tx, NoteId note)
{
    const auto home = store::find_home(tx, note);
    return home ? std::optional(home->author) : std::nullopt;
}

}  // namespace meadow::community
