#include "modules/discovery/engine/kin.hpp"
#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {
// Of texts that are nearly the same, the one that stands best. Trials keep theirs: every note has its guarantee, on a page of its own.
void drop_twins(PageWork& work)
{
    std::vector<Candidate> kept;
    for (const Candidate& c : work.best) {
        const auto is_twin = [&](const Candidate& other) { return twins(work.state.notes[c.note], work.state.notes[other.note]); };
        if (std::none_of(kept.begin(), kept.end(), is_twin) && std::none_of(work.trials.begin(), work.trials.end(), is_twin)) kept.push_back(c);
    }
    work.best = std::move(kept);
}

}  // namespace meadow::discovery::engine::steps
