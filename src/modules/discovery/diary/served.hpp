// Pages that were served and do not stand in the diary yet. They count as served at once, and are written down a moment later, or
// before the first answer to them is. Any thread; readers do not wait for each other.
#pragma once
#include <array>
#include <deque>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "modules/discovery/diary/model.hpp"

namespace meadow::discovery {

class ServedPages {
public:
    // Makes a page whose notes are on no other page of the reader from now on. `make(n)` is asked for n notes, more than `slots` by as
    // many as the engine does not know to be shown yet; those are taken out. One reader's pages are made one after the other.
    template <class Make>
    engine::Page serve(UserId reader, std::size_t slots, Make make)
    {
        Board& board = board_of(reader);
        const std::lock_guard lock(board.mutex);
        const auto known = board.shown.find(reader);
        engine::Page page = make(slots + (known == board.shown.end() ? 0 : known->second.size()));
        if (known != board.shown.end()) std::erase_if(page.notes, [&](const engine::Placed& p) { return contains(known->second, p.note); });
        if (page.notes.size() > slots) page.notes.resize(slots);
        if (page.notes.empty()) return page;
        auto& shown = board.shown[reader];
        for (const engine::Placed& p : page.notes) shown.push_back(p.note);
        while (shown.size() > most_shown) shown.pop_front();
        return page;
    }
    // What the reader really gets of it, in this order, is to be written down; what does not reach them counts as not served.
    void keep(Instant now, UserId reader, const engine::Page& served, const std::vector<NoteId>& dropped);
    // A page of another surface is to be written down as well, and that is all: what it shows may come on Discover, too.
    void keep(Instant now, UserId reader, Surface, std::vector<NoteId>);

    // What waits to be written: all of it, or one reader's. It goes on waiting until written() is told.
    std::vector<Entry> waiting() const;
    std::vector<Entry> waiting(UserId reader) const;
    void written(const std::vector<Entry>&);
    // The engine has been told of the page.
    void told(UserId reader, const std::vector<engine::Placed>&);

    // Of one board in `boards`. Further pages are served and not counted: the diary does not keep up.
    static constexpr std::size_t most_waiting = 256;
    // Of one reader that the engine has not been told of.
    static constexpr std::size_t most_shown = 512;

private:
    static constexpr std::size_t boards = 256;
    struct Board {
        mutable std::mutex mutex;
        std::deque<Entry> waiting;
        std::unordered_map<UserId, std::deque<NoteId>> shown;
        std::uint64_t pages = 0;
    };
    static bool contains(const std::deque<NoteId>&, NoteId);
    Board& board_of(UserId reader) { return boards_[std::hash<UserId>{}(reader) >> 56]; }
    const Board& board_of(UserId reader) const { return boards_[std::hash<UserId>{}(reader) >> 56]; }

    std::array<Board, boards> boards_;
};

}  // namespace meadow::discovery
