#include "modules/discovery/engine/taste/taste.hpp"

#include <algorithm>
#include <cmath>

namespace meadow::discovery::engine {
namespace {

constexpr std::size_t ahead = 4;   // companions

// The last items of a history, the newest first, with what recency makes of them: beyond three of its steps that is next to nothing.
template <class Use>
void recent(std::span<const std::uint32_t> history, int most, double recency, Use use)
{
    const std::size_t count = std::min({history.size(), std::size_t(most), std::size_t(std::ceil(3 * recency))});
    for (std::size_t back = 0; back < count; ++back) use(history[history.size() - 1 - back], float(std::exp(-double(back) / recency)));
}

// Histories lie anywhere: the memory is asked for the end of one while others are looked through.
void fetch_end(const Row<std::uint32_t>& history)
{
    constexpr std::size_t line = 64 / sizeof(std::uint32_t);
    const std::size_t last = history.size() - std::min<std::size_t>(history.size(), 1);
    __builtin_prefetch(history.data() + last);
    __builtin_prefetch(history.data() + last - std::min(last, line));
}

}  // namespace

void Taste::opened(std::uint32_t reader, std::uint32_t item)
{
    if (reader >= histories_.size()) histories_.resize(reader + 1), lightness_.resize(reader + 1);
    if (item >= counts_.size()) counts_.resize(item + 1), rarity_.resize(item + 1), openers_.resize(item + 1);
    auto& history = histories_[reader];
    constexpr std::size_t far = 10, near = 5;
    const auto soon = [&](std::size_t back, auto ask) {
        if (back > history.size()) return;
        ask(together_, history[history.size() - back]);
        if (back <= std::size_t(rules_.window)) ask(next_, history[history.size() - back]);
    };
    const auto for_place = [](const Links& links, std::uint32_t of) { links.ask_for_place(of); };
    const auto for_row = [](const Links& links, std::uint32_t of) { links.ask_for_row(of); };
    for (std::size_t back = 1; back < far; ++back) soon(back, for_place);
    for (std::size_t back = 1; back < near; ++back) soon(back, for_row);
    for (std::size_t back = 1; back <= history.size(); ++back) {
        soon(back + far, for_place);
        soon(back + near, for_row);
        const std::uint32_t before = history[history.size() - back];
        if (before == item || before < retired_) continue;   // nobody is led to or from what is too old
        if (back <= std::size_t(rules_.window)) next_.add(before, item, 1 / float(back));
        together_.add(before, item, 1);
        together_.add(item, before, 1);
    }
    change(history, [&](Row<std::uint32_t>& row) { keep_last(row, item, std::size_t(rules_.history)); });
    count_history(reader);
    ++counts_[item];
    count_openers(item);
    change(openers_[item], [&](Row<std::uint32_t>& row) { keep_last(row, reader, rules_.openers); });
}

void Taste::retire(std::uint32_t below)
{
    for (below = std::min(below, std::uint32_t(items())); retired_ < below; ++retired_) {
        next_.forget(retired_);
        together_.forget(retired_);
        change(openers_[retired_], [](Row<std::uint32_t>& row) { row.clear(); });
    }
}

std::int64_t Taste::bytes() const
{
    const std::size_t rows = histories_.size() + openers_.size();
    return next_.bytes() + together_.bytes() + std::int64_t(counts_.size() * 8 + lightness_.size() * 4 + rows * sizeof(Row<std::uint32_t>)) + held_;
}

std::span<const std::uint32_t> Taste::history(std::uint32_t reader) const
{
    return reader < histories_.size() ? std::span<const std::uint32_t>(histories_[reader].data(), histories_[reader].size()) : std::span<const std::uint32_t>{};
}

template <class Use>
void Taste::linked(const Links& links, std::span<const std::uint32_t> history, double recency, Use use) const
{
    recent(history, rules_.history_asked, recency, [&](std::uint32_t item, float weight) {
        if (item >= items()) return;
        const float rare = weight * rarity_[item];
        // Of what was opened long ago little is left, so only the strongest links of it can matter.
        for (const Link& link : links.of(item, std::size_t(std::ceil(rules_.links_asked * weight)))) use(link.item, rare * link.weight * rarity_[link.item]);
    });
}

void Taste::next(std::span<const std::uint32_t> history, Scores& out) const
{
    linked(next_, history, rules_.next_recency, [&](std::uint32_t item, float score) { out.add(item, score); });
}

void Taste::together(std::span<const std::uint32_t> history, Scores& out) const
{
    linked(together_, history, rules_.together_recency, [&](std::uint32_t item, float score) { out.add(item, score); });
}

void Taste::companions(std::span<const std::uint32_t> history, std::uint32_t self, Blend& out) const
{
    // Who opened the same, with how much of the recent history.
    static thread_local Scores alike, mine;
    alike.begin();
    recent(history, rules_.history_asked, rules_.companions_recency, [&](std::uint32_t item, float weight) {
        if (item >= openers_.size()) return;
        const float rare = weight / std::sqrt(float(counts_[item]));
        for (const std::uint32_t reader : openers_[item])
            if (reader != self) alike.add(reader, rare);
    });
    BestFew best(rules_.companions);   // in an order of its own: sums of reals depend on it
    alike.each([&](std::uint32_t reader, const auto& score) {
        const Scored companion{reader, score[0] * lightness_[reader]};
        if (best.may_take(companion)) best.take(companion);
    });
    mine.begin();
    for (const std::uint32_t item : history) mine.add(item, 1);
    const auto reach = std::size_t(std::ceil(3 * rules_.companion_reach));   // beyond three of its steps fading leaves next to nothing
    std::vector<float> fade(reach);
    for (std::size_t away = 0; away < fade.size(); ++away) fade[away] = float(std::exp(-double(away) / rules_.companion_reach));
    const auto found = best.best_first();
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (i + ahead < found.size()) fetch_end(histories_[found[i + ahead].item]);
        const Scored& companion = found[i];
        const auto& theirs = histories_[companion.item];
        if (theirs.empty()) continue;   // forgotten, but for what was opened long before
        // The latest item both opened: what lies near it in their history counts most.
        std::size_t common = theirs.size() - 1;
        while (common > 0 && !mine.contains(theirs[common])) --common;
        const std::size_t from = common < reach ? 0 : common - reach + 1, end = std::min(theirs.size(), common + reach);
        for (std::size_t at = from; at < end; ++at) out.add(theirs[at], companion.score * fade[at > common ? at - common : common - at], by_companions);
    }
}

void Taste::mix(std::uint32_t reader, const Factors* factors, Blend& blend) const
{
    blend.begin();
    const auto theirs = history(reader);
    if (theirs.empty()) return;
    const auto into = [&blend](Part part) { return [&blend, part](std::uint32_t item, float score) { blend.add(item, score, part); }; };
    if (rules_.next_weight > 0) linked(next_, theirs, rules_.next_recency, into(by_next));
    if (rules_.together_weight > 0) linked(together_, theirs, rules_.together_recency, into(by_together));
    if (rules_.companions_weight > 0) companions(theirs, reader, blend);
    if (factors == nullptr || !factors->learned() || rules_.factors_weight <= 0) return;
    const auto vector = factors->fold_in(theirs);
    for (std::uint32_t item = 0; item < items(); ++item)
        if (const float score = factors->score(vector, item); score > 0) blend.add(item, score, by_factors);
}

Taste::Parts Taste::weights(const Blend& blend) const
{
    Parts out{float(rules_.next_weight), float(rules_.together_weight), float(rules_.companions_weight), float(rules_.factors_weight)};
    for (std::size_t part = 0; part < out.size(); ++part) out[part] = blend.best()[part] > 0 ? out[part] / blend.best()[part] : 0;
    return out;
}

}  // namespace meadow::discovery::engine
