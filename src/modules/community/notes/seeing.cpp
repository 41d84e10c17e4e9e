#include "modules/community/notes/seeing.hpp"

#include <algorithm>

#include "modules/community/follows/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::community {

bool are_friends(db::ReadTx& tx, UserId a, UserId b) { return store::is_following(tx, a, b) && store::is_following(tx, b, a); }

bool may_see(db::ReadTx& tx, const Who& who, UserId author, Audience audience)
{
    if (audience == Audience::nobody) return false;
    if (!who.signed_in()) return audience == Audience::everybody;
    if (who.user == author) return true;
    if (audience == Audience::author || identity::blocked_between(tx, who.user, author)) return false;
    return audience == Audience::everybody || are_friends(tx, who.user, author);
}

Result<store::NoteHome> visible_home(db::ReadTx& tx, const Who& who, NoteId note)
{
    const auto home = store::find_home(tx, note);
    if (!home || !may_see(tx, who, home->author, home->audience)) return refuse(not_found);
    return *home;
}

Result<store::CountedHome> visible_counted_home(db::ReadTx& tx, const Who& who, NoteId note)
{
    const auto found = store::find_counted_home(tx, note);
    if (!found || !may_see(tx, who, found->home.author, found->home.audience)) return refuse(not_found);
    return *found;
}

std::vector<store::HomeOf> visible_homes(db::ReadTx& tx, const Who& who, const std::vector<NoteId>& ids)
{
    std::vector<store::HomeOf> out;
    for (const store::HomeOf& home : store::find_homes(tx, ids))
        if (may_see(tx, who, home.author, home.audience)) out.push_back(home);
    return out;
}

std::vector<store::CountedNote> visible_notes(db::ReadTx& tx, const Who& who, const std::vector<NoteId>& ids)
{
    std::vector<store::CountedNote> found = store::find_many(tx, ids);
    std::vector<store::CountedNote> out;
    for (const NoteId id : ids) {
        const auto at = std::find_if(found.begin(), found.end(), [&](const auto& counted) { return counted.note.id == id; });
        if (at != found.end() && may_see(tx, who, at->note.author, at->note.audience())) out.push_back(std::move(*at));
    }
    return out;
}

Result<Note> own_note(db::ReadTx& tx, const Who& who, NoteId id)
{
    auto note = store::find_note(tx, who.user, id);
    if (!note || note->state == NoteState::deleted) return refuse(not_found);
    return std::move(*note);
}

}  // namespace meadow::community
