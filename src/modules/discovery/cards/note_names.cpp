#include "modules/discovery/cards/note_names.hpp"

#include <algorithm>

#include "modules/community/community.hpp"

namespace meadow::discovery {

std::map<NoteId, NoteName> note_names(db::ReadTx& tx, const std::vector<NoteId>& ids)
{
    std::map<NoteId, NoteName> out;
    if (ids.empty()) return out;
    const auto notes = community::public_notes(tx, ids);
    std::vector<UserId> authors;
    for (const auto& note : notes) authors.push_back(note.author);
    std::sort(authors.begin(), authors.end());
    authors.erase(std::unique(authors.begin(), authors.end()), authors.end());
    const auto people = authors.empty() ? std::vector<identity::PersonCard>{} : identity::person_cards(tx, authors);
    for (const auto& note : notes) {
        const auto author = std::find_if(people.begin(), people.end(), [&](const auto& p) { return p.id == note.author; });
        if (author != people.end()) out.emplace(note.id, NoteName{note.title, *author, note.media.empty() ? MediaId{} : note.media.front()});
    }
    return out;
}

}  // namespace meadow::discovery
