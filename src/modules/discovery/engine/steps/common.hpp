// What the steps share.
#pragma once
#include <algorithm>
#include <optional>

#include "modules/discovery/engine/page.hpp"

namespace meadow::discovery::engine::steps {

// The questions of a page that chance answers.
enum Question : std::uint64_t { trial_count = 1, random_slot = 2, random_note = 1'000, trial_place = 2'000 };

inline bool taken(const std::vector<Candidate>& by, std::uint32_t note)
{
    return std::any_of(by.begin(), by.end(), [note](const Candidate& c) { return c.note == note; });
}

// One more for the ordinary places; a note that several sources found keeps the strongest tie.
void suggest(PageWork&, std::uint32_t note, Source, Tie);

}  // namespace meadow::discovery::engine::steps
