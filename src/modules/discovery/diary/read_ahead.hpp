// The diary piece by piece, read and decoded by another thread while the piece before it is told: two pieces are held at most, in their order.
#pragma once
#include <functional>
#include <vector>

#include "jobs/world.hpp"
#include "modules/discovery/diary/store.hpp"

namespace meadow::discovery {

// An entry, and where in the diary it stands.
struct Told {
    Telling telling;
    store::Place place;
};

// Everything after a place, to `use`, at most `piece` at once, until there is no more. What `use` throws goes on to the caller.
void read_ahead(jobs::World&, store::Place after, std::int64_t piece, const std::function<void(const std::vector<Told>&)>& use);

}  // namespace meadow::discovery
