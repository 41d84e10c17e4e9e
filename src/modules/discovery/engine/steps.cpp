#include <algorithm>

#include "modules/discovery/engine/page.hpp"

namespace meadow::discovery::engine::steps {
namespace {

enum Question : std::uint64_t { trial_count = 1, random_slot = 2, random_note = 1'000, trial_place = 2'000 };

// How many slots of the page are reserved for trials: the share in force, its fraction by chance.
std::size_t reserved(const PageWork& work)
{
    return std::size_t(work.state.trial_share * double(work.slots) + work.chance(trial_count));
}

bool taken(const std::vector<Candidate>& by, std::uint32_t note)
{
    return std::any_of(by.begin(), by.end(), [note](const Candidate& c) { return c.note == note; });
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

void weigh_topics(PageWork& work)
{
    const State& s = work.state;
    const auto add = [&](std::uint32_t topic) {
        const bool known = std::any_of(work.topics.begin(), work.topics.end(), [topic](const auto& t) { return t.first == topic; });
        if (!known) work.topics.emplace_back(topic, work.affinity(topic));
    };
    if (s.topics.size() <= std::size_t(s.policy.merged_topics)) {
        for (std::uint32_t topic = 0; topic < s.topics.size(); ++topic) work.topics.emplace_back(topic, work.affinity(topic));
    } else {
        for (const std::uint32_t topic : work.reader.interests) add(topic);
        for (const TopicTaste& taste : work.reader.tastes) add(taste.topic);
        for (std::size_t i = 0; i < s.leading.size() && work.topics.size() < 2 * std::size_t(s.policy.merged_topics); ++i) add(s.leading[i]);
    }
    std::stable_sort(work.topics.begin(), work.topics.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (work.topics.size() > std::size_t(s.policy.merged_topics)) work.topics.resize(std::size_t(s.policy.merged_topics));
}

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

void recall_ranked(PageWork& work)
{
    struct Head {
        const std::vector<Ranked>* ranking;
        double affinity;
        std::size_t at = 0;
        double score = 0;
    };
    const State& s = work.state;
    std::vector<Head> heads;
    const auto go_on = [&](Head& head) {
        while (head.at < head.ranking->size() && !work.may_show((*head.ranking)[head.at].note)) ++head.at;
        head.score = head.at < head.ranking->size() ? double((*head.ranking)[head.at].score) * head.affinity : -1;
    };
    for (const auto& [topic, affinity] : work.topics) {
        const double all = affinity * s.expectation.engagement_match(s.policy, work.reader.match(topic));
        heads.push_back({&s.topics[topic].ranking, all});
        go_on(heads.back());
    }
    while (!heads.empty() && work.best.size() < std::size_t(s.policy.candidates)) {
        Head& best = *std::max_element(heads.begin(), heads.end(), [](const Head& a, const Head& b) { return a.score < b.score; });
        if (best.score < 0) break;
        work.best.push_back({(*best.ranking)[best.at].note, Source::topic, 1, float(best.score)});
        ++best.at;
        go_on(best);
    }
}

void recall_taste(PageWork& work)
{
    const State& s = work.state;
    for (std::size_t rank = 0; rank < work.reader.suggested.size(); ++rank) {
        const std::uint32_t number = work.reader.suggested[rank];
        if (!work.may_show(number)) continue;
        const Note& note = s.notes[number];
        if (work.paused(note.topic)) continue;
        const std::uint8_t step = taste_step(rank);
        const double lift = s.expectation.taste(s.policy, step);
        const auto known = std::find_if(work.best.begin(), work.best.end(), [number](const Candidate& c) { return c.note == number; });
        if (known != work.best.end()) {
            *known = {number, Source::taste, 1, known->score * float(lift), step};
            continue;
        }
        const double theirs = work.affinity(note.topic) * s.expectation.engagement_match(s.policy, work.reader.match(note.topic));
        work.best.push_back({number, Source::taste, 1, float(s.appeal(note).quantile(s.policy.hope) * s.freshness(note, work.now) * theirs * lift), step});
    }
    std::stable_sort(work.best.begin(), work.best.end(), [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

void rerank(PageWork& work)
{
    const State& s = work.state;
    std::vector<Candidate> order;
    std::vector<bool> used(work.best.size());
    while (order.size() < work.slots) {
        double best = -1;
        std::size_t which = 0;
        for (std::size_t i = 0; i < work.best.size(); ++i) {
            if (used[i]) continue;
            const Note& note = s.notes[work.best[i].note];
            double score = work.best[i].score;
            if (score <= best) break;   // they come best first, and repetition only lowers
            std::int64_t same_author = 0;
            for (const Candidate& c : order) {
                same_author += s.notes[c.note].author == note.author;
                if (s.notes[c.note].topic == note.topic) score *= s.policy.repeated_topic;
            }
            if (same_author >= s.policy.per_author) continue;
            if (score > best) {
                best = score;
                which = i;
            }
        }
        if (best < 0) break;
        used[which] = true;
        order.push_back(work.best[which]);
    }
    work.best = std::move(order);
}

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
