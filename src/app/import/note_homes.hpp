// Whose notes those are that the rows of a batch speak of, and what they add to their counters: one statement a batch.
#pragma once
#include <algorithm>
#include <unordered_map>

#include "modules/community/notes/store.hpp"

namespace meadow::app {

class NoteHomes {
public:
    NoteHomes(db::Tx& tx, const std::vector<NoteId>& notes) : tx_(tx)
    {
        for (const auto& home : community::store::find_homes(tx, notes)) homes_.emplace(home.note, home);
    }
    // Null when the note is gone.
    const community::store::HomeOf* find(NoteId note) const
    {
        const auto found = homes_.find(note);
        return found != homes_.end() && found->second.audience != community::Audience::nobody ? &found->second : nullptr;
    }
    community::store::NoteCounts& more(NoteId note) { return more_[note]; }
    void write()
    {
        std::vector<community::store::CountRow> rows;
        for (const auto& [note, counts] : more_)
            rows.push_back({homes_.at(note).author.value, note.value, counts.likes, counts.collects, counts.comments, counts.views, counts.reads});
        // In one order for all, so that no two transactions wait for each other.
        std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return std::pair(a.author_id, a.note_id) < std::pair(b.author_id, b.note_id); });
        community::store::count_many(tx_, rows);
        more_.clear();
    }

private:
    db::Tx& tx_;
    std::unordered_map<NoteId, community::store::HomeOf> homes_;
    std::unordered_map<NoteId, community::store::NoteCounts> more_;
};

}  // namespace meadow::app
