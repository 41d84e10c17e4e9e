#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void recall_factors(PageWork& work)
{
    if (work.asked.space == nullptr) return;
    const auto number = work.number();
    if (!number) return;
    const auto history = work.state.taste.history(*number);
    if (history.empty()) return;
    for (const Scored& close : work.asked.space->nearest(history, std::size_t(work.policy.suggestions)))
        if (close.item < work.state.notes.size() && close.item >= work.state.oldest && !work.paused(work.state.notes[close.item].topic))
            suggest(work, close.item, Source::taste, Tie::factors);
}

}  // namespace meadow::discovery::engine::steps
