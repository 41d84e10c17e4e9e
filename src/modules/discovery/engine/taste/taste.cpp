#include "modules/discovery/engine/taste/taste.hpp"

#include <algorithm>
#include <cmath>

namespace meadow::discovery::engine {
namespace {

// The last items of a history, the newest first, with what recency makes of them: beyond three of its steps that is next to nothing.
template <class Use>
void recent(std::span<const std::uint32_t> history, int most, double recency, Use use)
{
    const std::size_t count = std::min({history.size(), std::size_t(most), std::size_t(std::ceil(3 * recency))});
    for (std::size_t back = 0; back < count; ++back) use(history[history.size() - 1 - back], float(std::exp(-double(back) / recency)));
}

}  // namespace

void Taste::opened(std::uint32_t reader, std::uint32_t item)
{
    if (reader >= histories_.size()) histories_.resize(reader + 1);
    if (item >= counts_.size()) counts_.resize(item + 1), rarity_.resize(item + 1), openers_.resize(item + 1);
    auto& history = histories_[reader];
    for (std::size_t back = 1; back <= history.size(); ++back) {
        const std::uint32_t before = history[history.size() - back];
        if (before == item) continue;
        if (back <= std::size_t(rules_.window)) next_.add(before, item, 1 / float(back));
        together_.add(before, item, 1);
        together_.add(item, before, 1);
    }
    history.push_back(item);
    if (history.size() > std::size_t(rules_.history)) history.erase(history.begin());
    ++counts_[item];
    rarity_[item] = float(std::pow(double(counts_[item]), -rules_.popularity));
    auto& openers = openers_[item];
    if (openers.size() >= rules_.openers) openers.erase(openers.begin());
    openers.push_back(reader);
}

void Taste::retire(std::uint32_t below)
{
    for (below = std::min(below, std::uint32_t(items())); retired_ < below; ++retired_) {
        next_.forget(retired_);
        together_.forget(retired_);
        openers_[retired_] = {};
    }
}

std::span<const std::uint32_t> Taste::history(std::uint32_t reader) const
{
    return reader < histories_.size() ? std::span<const std::uint32_t>(histories_[reader]) : std::span<const std::uint32_t>{};
}

void Taste::next(std::span<const std::uint32_t> history, Scores& out) const
{
    recent(history, rules_.history_asked, rules_.next_recency, [&](std::uint32_t item, float weight) {
        if (item >= items()) return;
        for (const Link& link : next_.of(item)) out.add(link.item, weight * rarity_[item] * link.weight * rarity_[link.item]);
    });
}

void Taste::together(std::span<const std::uint32_t> history, Scores& out) const
{
    recent(history, rules_.history_asked, rules_.together_recency, [&](std::uint32_t item, float weight) {
        if (item >= items()) return;
        for (const Link& link : together_.of(item)) out.add(link.item, weight * rarity_[item] * link.weight * rarity_[link.item]);
    });
}

void Taste::companions(std::span<const std::uint32_t> history, std::uint32_t self, Scores& out) const
{
    // Who opened the same, with how much of the recent history.
    static thread_local Scores alike;
    alike.begin(histories_.size());
    recent(history, rules_.history_asked, rules_.companions_recency, [&](std::uint32_t item, float weight) {
        if (item >= openers_.size()) return;
        const float rare = weight / std::sqrt(float(counts_[item]));
        for (const std::uint32_t reader : openers_[item])
            if (reader != self) alike.add(reader, rare);
    });
    std::vector<Scored> best;
    for (const std::uint32_t reader : alike.touched()) best.push_back({reader, alike[reader] / std::sqrt(float(histories_[reader].size()) + 1)});
    const auto more = [](const Scored& a, const Scored& b) { return a.score != b.score ? a.score > b.score : a.item < b.item; };
    if (best.size() > rules_.companions) {
        std::nth_element(best.begin(), best.begin() + std::ptrdiff_t(rules_.companions), best.end(), more);
        best.resize(rules_.companions);
    }
    std::sort(best.begin(), best.end(), more);   // sums of reals depend on their order
    static thread_local Scores mine;
    mine.begin(items());
    for (const std::uint32_t item : history) mine.add(item, 1);
    std::vector<float> fade(std::size_t(rules_.history) + 1);
    for (std::size_t away = 0; away < fade.size(); ++away) fade[away] = float(std::exp(-double(away) / rules_.companion_reach));
    for (const Scored& companion : best) {
        const auto& theirs = histories_[companion.item];
        // The latest item both opened: what lies near it in their history counts most.
        std::size_t common = 0;
        for (std::size_t i = 0; i < theirs.size(); ++i)
            if (mine[theirs[i]] > 0) common = i;
        for (std::size_t i = 0; i < theirs.size(); ++i) out.add(theirs[i], companion.score * fade[i > common ? i - common : common - i]);
    }
}

void Taste::mix(std::uint32_t reader, const Factors* factors, Scores& blend) const
{
    const auto theirs = history(reader);
    blend.begin(items());
    if (theirs.empty()) return;
    static thread_local Scores one;
    const auto take = [&](double weight) {
        float best = 0;
        for (const std::uint32_t item : one.touched()) best = std::max(best, one[item]);
        if (best <= 0 || weight <= 0) return;
        for (const std::uint32_t item : one.touched()) blend.add(item, float(weight) * one[item] / best);
    };
    one.begin(items());
    next(theirs, one);
    take(rules_.next_weight);
    one.begin(items());
    together(theirs, one);
    take(rules_.together_weight);
    one.begin(items());
    companions(theirs, reader, one);
    take(rules_.companions_weight);
    if (factors == nullptr || !factors->learned()) return;
    one.begin(items());
    const auto vector = factors->fold_in(theirs);
    for (std::uint32_t item = 0; item < items(); ++item)
        if (const float score = factors->score(vector, item); score > 0) one.add(item, score);
    take(rules_.factors_weight);
}

void Taste::keep_best(std::vector<Scored>& all, std::size_t most)
{
    const auto more = [](const Scored& a, const Scored& b) { return a.score != b.score ? a.score > b.score : a.item < b.item; };
    const auto kept = std::min(all.size(), most);
    std::partial_sort(all.begin(), all.begin() + std::ptrdiff_t(kept), all.end(), more);
    all.resize(kept);
}

}  // namespace meadow::discovery::engine
