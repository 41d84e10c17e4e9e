#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

void suggest(PageWork& work, std::uint32_t number, Source source, Tie tie)
{
    if (!work.may_show(number)) return;
    const State& s = work.state;
    const Note& note = s.notes[number];
    const double lift = s.expectation.tie(s.policy, tie);
    const auto known = std::find_if(work.best.begin(), work.best.end(), [number](const Candidate& c) { return c.note == number; });
    if (known != work.best.end()) {
        const double before = s.expectation.tie(s.policy, known->tie);
        if (lift > before) *known = {number, source, 1, known->score * float(lift / before), tie};
        return;
    }
    const double theirs = work.affinity(note.topic) * s.expectation.engagement_match(s.policy, work.reader.match(note.topic));
    const double worth = s.appeal(note).quantile(work.policy.hope) * s.freshness(note, work.now);
    work.best.push_back({number, source, 1, float(worth * theirs * lift), tie});
}

}  // namespace meadow::discovery::engine::steps
