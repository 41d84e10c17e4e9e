#include "modules/discovery/engine/heads/features.hpp"
#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {

namespace {

void best_first(std::vector<Candidate>& all)
{
    std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

}  // namespace

void rank_coarse(PageWork& work)
{
    best_first(work.best);
    const std::size_t kept = std::max(std::size_t(work.policy.fine_candidates), 3 * work.slots);
    if (work.best.size() > kept) work.best.resize(kept);
}

// The heads say how far this reader and this note are from what the factors of the expectation explain; within bounds, because what is
// learned from many small things may be wrong about one.
void rank_fine(PageWork& work)
{
    const State& s = work.state;
    const Policy& p = work.policy;
    struct Looked {
        Circumstances at;
        Appeal appeal;
        Features features;
    };
    std::vector<Looked> looked;   // all of them first, so that the memory is not waited for one by one
    looked.reserve(work.best.size());
    for (const Candidate& c : work.best) {
        const Note& note = s.notes[c.note];
        const Circumstances at{0, age_step(work.now - note.born), work.reader.match(note.topic), hour_of(work.now), std::uint8_t(c.tie)};
        const Appeal appeal = s.appeal(note);
        looked.push_back({at, appeal, features_of(s, work.reader, note, at, c.source, appeal.mean)});
        fetch(s, looked.back().features);
    }
    for (std::size_t i = 0; i < work.best.size(); ++i) {
        Candidate& c = work.best[i];
        const Guess guess = guess_of(s, work.reader, looked[i].at, work.affinity(s.notes[c.note].topic), looked[i].appeal, looked[i].features);
        const double click = std::clamp(guess.click / guess.usual_click, 1 / p.heads_most, p.heads_most);
        const double engage = std::clamp(guess.engage / guess.usual_engage, 1 / p.heads_most, p.heads_most);
        c.score *= float(click * engage * (1 - std::min(0.9, p.hide_cost * guess.hide)));
    }
    best_first(work.best);
}

}  // namespace meadow::discovery::engine::steps
