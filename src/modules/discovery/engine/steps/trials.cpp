#include "modules/discovery/engine/steps/common.hpp"

namespace meadow::discovery::engine::steps {
namespace {

// How many slots of the page are reserved for trials: the share in force, its fraction by chance.
std::size_t reserved(const PageWork& work)
{
    return std::size_t(work.state.trial_share * double(work.slots) + work.chance(trial_count));
}

// Any note there is, each with the same chance. None when a few throws hit only what the reader may not be shown.
std::optional<Candidate> any_note(const PageWork& work, std::uint64_t slot)
{
    const std::uint32_t first = work.state.oldest;
    const auto notes = double(work.state.notes.size() - first);
    for (std::uint64_t attempt = 0; attempt < 8; ++attempt) {
        const auto note = first + std::uint32_t(work.chance(random_note + slot * 8 + attempt) * notes);
        if (note < work.state.notes.size() && work.may_show(note) && !taken(work.trials, note))
            return Candidate{note, Source::random, float(1 / notes), 0};
    }
    return {};
}

// The next note of a topic's queue that this reader may be shown; looks at the first few hundred.
struct Queue {
    const Topic* topic;
    double affinity;
    std::size_t at = 0;

    std::optional<std::uint32_t> next(const PageWork& work)
    {
        for (const std::size_t end = std::min<std::size_t>(topic->waiting.size(), 300); at < end; ++at)
            if (work.may_show(topic->waiting[at]) && !taken(work.trials, topic->waiting[at])) return topic->waiting[at];
        return {};
    }
};

}  // namespace

void recall_trials(PageWork& work)
{
    const State& s = work.state;
    // Where too little is ranked, new notes have the rest of the page as well.
    const std::size_t kept = reserved(work), wanted = std::max(kept, work.slots - std::min(work.slots, work.best.size()));
    for (std::size_t i = 0; i < kept; ++i)
        if (work.chance(random_slot + (i << 32)) < s.policy.random_slots)
            if (const auto any = any_note(work, i)) work.trials.push_back(*any);
    std::vector<Queue> queues;
    for (const auto& [topic, affinity] : work.topics)
        if (!s.topics[topic].waiting.empty()) queues.push_back({&s.topics[topic], affinity});
    const double patience = double(s.policy.guarantee_hours) * 3.6e9;
    while (work.trials.size() < wanted) {
        double best = 0;
        std::optional<std::uint32_t> note;
        for (Queue& queue : queues) {
            const auto head = queue.next(work);
            if (!head) continue;
            // Who waits long is shown beyond the readers who asked for the topic.
            const double waited = double((work.now - s.notes[*head].born).count()) / patience;
            const double urgency = queue.affinity * (1 + 4 * waited * waited);
            if (urgency > best) {
                best = urgency;
                note = head;
            }
        }
        if (!note) break;
        work.trials.push_back({*note, Source::trial, 1, float(best)});
    }
}

}  // namespace meadow::discovery::engine::steps
