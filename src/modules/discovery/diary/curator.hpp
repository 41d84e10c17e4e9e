// The engine of a running town: one thread reads the diary into it, any thread asks it for pages. A page costs some fifty
// microseconds and an entry a few, so a lock held for a handful of entries at a time serves both; nobody waits for a disk in it.
#pragma once
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "jobs/world.hpp"
#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery {

class Curator {
public:
    // Entries nobody waits for: written by keep_diary. While more than `most_waiting` wait, further ones are not kept.
    void write(Entry);
    std::vector<Entry> take();
    static constexpr std::size_t most_waiting = 65'536;

    // A page for somebody known; it counts as served from now on, although the diary will tell the engine a moment later.
    engine::Page serve(Instant now, UserId reader, std::size_t slots);
    // What somebody nobody knows is shown: the same for all of them.
    engine::Page anonymous(Instant now) const;
    // The diary of a note, and whether the engine knows it.
    std::optional<engine::Note> note(NoteId) const;

    // In the order of the diary, by one thread.
    void read(const std::vector<store::EntryRow>&);
    store::Place place() const;
    std::string snapshot() const;

private:
    mutable std::shared_mutex mutex_;
    engine::Engine engine_;
    store::Place place_;

    mutable std::mutex waiting_mutex_;
    std::vector<Entry> waiting_;
    std::unordered_map<UserId, std::deque<NoteId>> served_;   // pages the engine has not been told of yet
    std::uint64_t pages_ = 0;
};

}  // namespace meadow::discovery
