// Rankings put in order: best first, of equals the younger note.
#pragma once
#include <cstddef>
#include <vector>

#include "modules/discovery/engine/notes.hpp"

namespace meadow::discovery::engine {

// Not a function: what sorts by it takes it in.
constexpr auto better = [](const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.note > b.note; };

// All of them, which come with the younger notes first and scores of 0 and more; no more than `most` stay. In a few passes over the digits
// of the scores, because it is done for every topic every hour.
void put_in_order(std::vector<Ranked>& all, std::size_t most);

// Puts `more`, in any order, into a ranking that is in order; no more than `most` stay.
void merge_into(std::vector<Ranked>& ranking, std::vector<Ranked>& more, std::size_t most);

}  // namespace meadow::discovery::engine
