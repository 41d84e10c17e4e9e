#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void recall_taste(PageWork& work)
{
    const State& s = work.state;
    const auto number = work.number();
    if (!number) return;
    // What is old, seen already or of a topic that was forgotten or paused makes room for what comes after it.
    const auto unfit = [&](std::uint32_t n) { return n < s.oldest || work.seen.contains(n) || work.paused(s.notes[n].topic); };
    std::size_t rank = 0;
    for (const Scored& next : s.taste.suggest(*number, nullptr, std::size_t(s.policy.suggestions), unfit))
        suggest(work, next.item, Source::taste, taste_tie(rank++));
}

}  // namespace meadow::discovery::engine::steps
