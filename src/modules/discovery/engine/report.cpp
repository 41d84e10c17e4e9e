#include "modules/discovery/engine/report.hpp"

#include <algorithm>
#include <numeric>

namespace meadow::discovery::engine {
namespace {

std::int64_t& count_of(RungCounts& counts, Rung rung)
{
    switch (rung) {
        case Rung::trial: return counts.trial;
        case Rung::climbing: return counts.climbing;
        case Rung::promoted: return counts.promoted;
        case Rung::resting: return counts.resting;
        case Rung::withdrawn: break;
    }
    return counts.withdrawn;
}

void add_verdicts(LadderReport& out, const Note& note)
{
    if (note.verdicts.empty()) return;
    bool promoted = false;
    for (const KeptVerdict& v : note.verdicts) {
        while (std::int64_t(out.pools.size()) < v.pool) out.pools.push_back({std::int64_t(out.pools.size()) + 1});
        PoolReport& pool = out.pools[std::size_t(v.pool - 1)];
        ++pool.judged;
        pool.promoted += v.decision == Rung::promoted;
        pool.climbing += v.decision == Rung::climbing;
        pool.resting += v.decision == Rung::resting;
        promoted = promoted || v.decision == Rung::promoted;
    }
    ++out.promotion.of;
    out.promotion.hits += promoted;
}

void add_queues(LadderReport& out, const State& state)
{
    for (const Topic& topic : state.topics) {
        QueueReport queue{topic.key, std::int64_t(topic.waiting.size()), {}, std::int64_t(topic.members.size()),
                          state.policy.bar * topic.offered.ratio(0, 0.01)};
        for (const std::uint32_t number : topic.waiting)
            if (const Instant born = state.notes[number].born; !queue.oldest || born < queue.oldest) queue.oldest = born;
        if (queue.waiting + queue.listed > 0) out.queues.push_back(queue);
    }
    std::stable_sort(out.queues.begin(), out.queues.end(), [](const QueueReport& a, const QueueReport& b) {
        return std::pair(a.waiting, a.listed) > std::pair(b.waiting, b.listed);
    });
    if (out.queues.size() > LadderReport::most_listed) out.queues.resize(LadderReport::most_listed);
}

}  // namespace

Share share_of(std::int64_t hits, std::int64_t of)
{
    Share out{of, hits};
    if (of <= 0) return out;
    const double n = double(of), p = double(hits) / n, z = 1.96;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    out.value = p;
    out.low = std::max(0.0, middle - half);
    out.high = std::min(1.0, middle + half);
    return out;
}

double gini(std::vector<std::int64_t>& amounts)
{
    const double sum = std::accumulate(amounts.begin(), amounts.end(), 0.0);
    if (amounts.size() < 2 || sum <= 0) return 0;
    std::sort(amounts.begin(), amounts.end());
    double weighted = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) weighted += double(i + 1) * double(amounts[i]);
    const auto n = double(amounts.size());
    return 2 * weighted / (n * sum) - (n + 1) / n;
}

LadderReport report_of(const State& state)
{
    LadderReport out;
    out.at = state.now;
    out.policy = state.policy.version;
    out.first_pool = state.first_pool;
    out.trial_share = state.trial_share;
    const Duration patience{state.policy.guarantee_hours * 3'600'000'000};
    std::vector<std::int64_t> by_author(state.authors.size(), -1);   // -1: has no young note
    for (std::uint32_t number = 0; number < state.notes.size(); ++number) {
        const Note& note = state.notes[number];
        ++count_of(out.rungs, note.rung);
        if (note.rung == Rung::trial && note.pool == 1 && state.now - note.born > patience) {
            ++out.starved;   // the oldest notes have the lowest numbers
            if (out.starved_notes.size() < LadderReport::most_listed)
                out.starved_notes.push_back({note.id, note.born, note.views, note.guaranteed != 0 ? note.guaranteed : pool_end(state.policy, state.first_pool, 1)});
        }
        if (number < state.oldest) continue;
        out.impressions += note.shown;
        auto& authors = by_author[note.author];
        authors = std::max<std::int64_t>(authors, 0) + note.shown;
        add_verdicts(out, note);
    }
    out.promotion = share_of(out.promotion.hits, out.promotion.of);
    add_queues(out, state);
    std::erase(by_author, -1);
    out.authors = std::int64_t(by_author.size());
    out.gini = gini(by_author);   // and now they are sorted
    const std::size_t top = std::max<std::size_t>(1, by_author.size() / 100);
    if (out.impressions > 0) out.top_share = std::accumulate(by_author.end() - std::ptrdiff_t(top), by_author.end(), 0.0) / double(out.impressions);
    return out;
}

}  // namespace meadow::discovery::engine
