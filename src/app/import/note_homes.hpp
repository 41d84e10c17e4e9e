// Whose notes those are that the rows of a batch speak of, and what they add to their counters: one update a note, not one a row.
#pragma once
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
        for (const auto& [note, counts] : more_) {
            const UserId author = homes_.at(note).author;
            if (counts.likes > 0) community::store::count_likes(tx_, author, note, counts.likes);
            if (counts.collects > 0) community::store::count_collects(tx_, author, note, counts.collects);
            if (counts.comments > 0) community::store::count_comments(tx_, author, note, counts.comments);
            if (counts.views > 0) community::store::count_views(tx_, author, note, counts.views, counts.reads);
        }
        more_.clear();
    }

private:
    db::Tx& tx_;
    std::unordered_map<NoteId, community::store::HomeOf> homes_;
    std::unordered_map<NoteId, community::store::NoteCounts> more_;
};

}  // namespace meadow::app
