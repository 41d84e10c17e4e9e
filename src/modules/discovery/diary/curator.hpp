// The engine of a running town: one thread reads the diary into it, any thread asks it for pages. Readers do not wait for each other
// (gate.hpp); an entry costs some microseconds, so who tells holds them up for a handful of entries at a time and never for a disk.
#pragma once
#include <functional>
#include <mutex>
#include <utility>

#include "jobs/world.hpp"
#include "modules/discovery/diary/gate.hpp"
#include "modules/discovery/diary/guest_pages.hpp"
#include "modules/discovery/diary/read_ahead.hpp"
#include "modules/discovery/diary/served.hpp"
#include "modules/discovery/diary/store.hpp"
#include "modules/discovery/engine/memory.hpp"

namespace meadow::discovery {

class Curator {
public:
    // `snapshots`: the file that shortens a start; none when empty.
    explicit Curator(std::string snapshots = "") : snapshots_(std::move(snapshots)) {}
    const std::string& snapshots() const { return snapshots_; }

    // A page for somebody known. Its notes are on no other page of theirs; served().keep() says which of them reach the reader.
    engine::Page serve(Instant now, UserId reader, std::size_t slots, const engine::Asked&);
    // What somebody nobody knows is shown: the same for all of them.
    engine::Page anonymous(Instant now, const engine::Asked&) const;
    // The diary of a note, and whether the engine knows it.
    std::optional<engine::Note> note(NoteId) const;
    // Looks at what the engine knows, while nothing is told to it: some hundred microseconds at most.
    template <class Look>
    auto look(Look&& look) const
    {
        const auto reading = gate_.read();
        return look(engine_.state());
    }
    // The same for what takes long, such as reports about all notes. Nobody is held up but who tells.
    template <class Study>
    auto study(Study&& study) const
    {
        const auto still = gate_.study();
        return study(engine_.state());
    }

    // How notes fare beside an average one, and with a reader (none: nobody in particular) in their topics; 1 for what is not known.
    struct Standing {
        double appeal = 1, affinity = 1;
    };
    std::vector<Standing> standings(const std::vector<NoteId>&, UserId reader) const;

    // What it weighed a minute ago at most, while somebody tidies: to weigh it is a walk over all it knows.
    engine::MemoryUse memory() const;
    void weigh();
    bool weighing_is_due(Instant now);

    // Where notes lie by their factor vectors; null until there is something to learn it from.
    std::shared_ptr<const engine::FactorSpace> space() const { return std::atomic_load(&space_); }

    // Held from asking the diary what comes next until that is read: two at once would tell it twice.
    std::mutex& turn_to_read() { return turn_to_read_; }
    // True the first time: what is kept in the file of snapshots comes before the diary.
    bool begins() { return !std::exchange(begun_, true); }
    // In the order of the diary.
    void read(const std::vector<Told>&);
    store::Place place() const;
    std::string snapshot() const;
    // What it knows, as bytes, piece by piece; how far it was told. Nothing is told meanwhile.
    store::Place write(const std::function<void(std::string_view)>& to) const;
    // Begins with what was known there. Before anybody reads.
    void restore(engine::Engine, store::Place);

    ServedPages& served() { return served_; }
    GuestPages& guests() { return guests_; }

    // Learns where notes lie by their factor vectors, from what readers opened; pages made from then on ask it. Takes seconds to
    // minutes and holds nobody up but for the moment of copying. Nothing when fewer than `least_readers` opened anything.
    void learn_space();
    // Every six hours, and first when somebody has had time to open something.
    bool space_is_due(Instant now);
    // Every ten minutes.
    bool snapshot_is_due(Instant now);
    // Whether another day of pages can be written as sums (exposure/): every ten minutes, and again at once while there was one.
    bool folding_is_due(Instant now);
    void folding_goes_on() { folding_due_ = {}; }
    static constexpr std::size_t least_readers = 50;

private:
    const std::string snapshots_;
    std::mutex turn_to_read_;
    bool begun_ = false;
    Gate gate_;
    engine::Engine engine_;
    store::Place place_;
    ServedPages served_;
    GuestPages guests_;
    std::shared_ptr<const engine::FactorSpace> space_;   // by atomic_load and atomic_store
    std::shared_ptr<const engine::MemoryUse> memory_;    // the same
    Instant space_due_, snapshot_due_, weighing_due_, folding_due_;     // of the one thread that tidies
};

}  // namespace meadow::discovery
