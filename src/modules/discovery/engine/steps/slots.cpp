#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void lay_out(PageWork& work)
{
    const std::size_t first = std::min<std::size_t>(std::size_t(work.state.policy.first_trial_slot), work.slots - 1);
    std::vector<bool> reserved_slots(work.slots);
    for (std::size_t i = 0; i < work.trials.size(); ++i) {
        const double within = (double(i) + work.chance(trial_place + i)) / double(work.trials.size());
        reserved_slots[first + std::size_t(double(work.slots - first) * within)] = true;
    }
    std::size_t trial = 0, best = 0;
    const auto put = [&](const std::vector<Candidate>& from, std::size_t& at) {
        while (at < from.size() && taken(work.chosen, from[at].note)) ++at;
        if (at >= from.size()) return false;
        work.chosen.push_back(from[at++]);
        return true;
    };
    for (std::size_t slot = 0; slot < work.slots; ++slot) {
        const bool filled = reserved_slots[slot] ? put(work.trials, trial) || put(work.best, best) : put(work.best, best) || put(work.trials, trial);
        if (!filled) break;
    }
    // Still not full: what is new, whatever became of it.
    for (std::size_t back = 1; work.chosen.size() < work.slots && back <= std::min<std::size_t>(work.state.notes.size(), 2'000); ++back) {
        const auto note = std::uint32_t(work.state.notes.size() - back);
        if (work.may_show(note) && !taken(work.chosen, note)) work.chosen.push_back({note, Source::latest, 1, 0});
    }
}

}  // namespace meadow::discovery::engine::steps
