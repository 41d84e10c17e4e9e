// When things last changed, in a fixed amount of memory: things share a slot by their number, so a stamp may be younger than the
// change of the thing asked about, never older. Any thread may mark and ask.
#pragma once
#include <array>
#include <atomic>

#include "base/id.hpp"
#include "base/instant.hpp"

namespace meadow::jobs {

template <std::size_t Slots>
class Stamps {
public:
    template <class Tag>
    void mark(Id<Tag> id, Instant at) { slots_[slot(id)].store(at.us, std::memory_order_release); }
    template <class Tag>
    Instant of(Id<Tag> id) const { return {slots_[slot(id)].load(std::memory_order_acquire)}; }

    // Asks the memory for the stamp, for whoever is about to ask for several.
    template <class Tag>
    void fetch(Id<Tag> id) const { __builtin_prefetch(&slots_[slot(id)]); }

private:
    template <class Tag>
    static std::size_t slot(Id<Tag> id) { return (std::hash<Id<Tag>>{}(id) >> 32) % Slots; }
    std::array<std::atomic<std::int64_t>, Slots> slots_{};
};

}  // namespace meadow::jobs
