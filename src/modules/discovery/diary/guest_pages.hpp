// How often notes were shown to people nobody knows: guests, and readers who want no personal page. All of them get the same page, so this
// is a few numbers, and no page is written down for each. Counted in memory and written into the diary every few seconds as one entry: a
// crash loses those seconds, and nothing counts twice, because a batch keeps its key until it stands there. Any thread.
#pragma once
#include <array>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "jobs/clock.hpp"
#include "modules/discovery/diary/model.hpp"

namespace meadow::discovery {

class GuestPages {
public:
    void shown(const engine::Page&);

    // The batch to be written now, if any: the same one until written() is told, and then none for `pause`.
    std::optional<Entry> waiting(Instant now, jobs::IdSource&);
    void written(const Entry&);

    static constexpr Duration pause = std::chrono::seconds{5};
    // Of one board in `boards`, between two batches. What else is shown is not counted: a page has a few dozen places, so that is never.
    static constexpr std::size_t most_lines = 2'000;

private:
    struct Key {
        NoteId note;
        engine::Source source{};
        std::int64_t slot = 0, policy = 0;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& k) const noexcept { return std::hash<NoteId>{}(k.note) ^ std::size_t(k.slot << 8 ^ k.policy << 16) ^ std::size_t(k.source); }
    };
    using Counts = std::unordered_map<Key, std::int64_t, Hash>;
    struct alignas(64) Board {      // threads seldom meet at one
        std::mutex mutex;
        Counts counts;
    };
    Counts take();

    std::array<Board, 16> boards_;
    std::mutex batch_mutex_;
    std::optional<Entry> batch_;
    Instant due_;
};

}  // namespace meadow::discovery
