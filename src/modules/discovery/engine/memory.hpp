// What the engine weighs, counted by what it holds: two processes that were told the same count the same. What a row takes beside that is
// counted in.
#pragma once
#include "modules/discovery/engine/state.hpp"

namespace meadow::discovery::engine {

constexpr std::int64_t megabyte = 1'000'000;

struct MemoryUse {
    std::int64_t notes = 0;     // bytes; topics, authors, products and places with them
    std::int64_t readers = 0;
    std::int64_t taste = 0;     // what goes with what
    std::int64_t total() const { return notes + readers + taste; }
};
MemoryUse memory_of(const State&);

// Bytes of a row beside itself.
template <class T>
std::int64_t bytes_of(const std::vector<T>& row)
{
    return row.empty() ? 0 : std::int64_t(row.size() * sizeof(T)) * 4 / 3 + 16;   // a third more than it holds while it grows, on the average
}
template <class T>
std::int64_t bytes_of(const Row<T>& row)
{
    return Row<T>::bytes_of(row.size() + row.size() / 16);   // it grows by an eighth
}

}  // namespace meadow::discovery::engine
