// What goes with what, learned from what readers open one after the other, event by event:
//
//   next        which items follow an item: skip counts 1/distance within a window
//   together    which items are opened by the same people, wherever in their history
//   companions  what people opened who lately opened the same (as in STAN, Garg et al. 2019)
//
// and, when there are any, factor vectors (factors.hpp). Each scores what may come next after a history. The history counts by recency: that is worth more than the class of the model.
#pragma once
#include <cmath>
#include <span>

#include "modules/discovery/engine/taste/factors.hpp"
#include "modules/discovery/engine/taste/links.hpp"
#include "modules/discovery/engine/taste/scores.hpp"

namespace meadow::discovery::engine {

struct TasteRules {
    int window = 8;                    // of transitions
    double next_recency = 3;           // history decays by e every so many items
    double together_recency = 6;
    double companions_recency = 4;
    int history = 50;                  // items that are remembered of one reader
    int history_asked = 20;            // and that count for what comes next
    double popularity = 0.3;           // links are divided by count^this, of both ends
    std::size_t openers = 60;         // of one item, remembered
    std::size_t companions = 40;      // asked
    std::size_t links = 6'000'000;     // of each kind and all items together: 48 MB, or 128 B an item when there are many
    float links_asked = 256;           // of the item opened last, the strongest; of those before it as many as recency leaves of that
    double companion_reach = 6;        // items beyond the common one, decaying by e
    double next_weight = 1, together_weight = 1, companions_weight = 1, factors_weight = 1;   // once each is scaled to a best of 1
};

class Taste {
public:
    explicit Taste(const TasteRules& rules = {}) : rules_(rules), next_(rules.links), together_(rules.links) {}

    // A reader, by a small number, opened an item.
    void opened(std::uint32_t reader, std::uint32_t item);
    // What a reader opened is theirs no longer; what goes with what stays, it names nobody.
    void forget(std::uint32_t reader) { forget(reader, [](std::uint32_t) { return true; }); }
    // The same of some items only.
    template <class Which>
    void forget(std::uint32_t reader, Which which)
    {
        if (reader >= histories_.size()) return;
        for (const std::uint32_t item : histories_[reader])
            if (which(item)) change(openers_[item], [reader](Row<std::uint32_t>& openers) { erase(openers, reader); });
        change(histories_[reader], [&which](Row<std::uint32_t>& history) { erase_if(history, which); });
        count_history(reader);
    }
    // Items below are too old to be suggested: what they led to is no longer kept.
    void retire(std::uint32_t below);
    // The last items of a reader, oldest first.
    std::span<const std::uint32_t> history(std::uint32_t reader) const;
    const std::vector<Row<std::uint32_t>>& histories() const { return histories_; }   // of all, by number
    std::size_t items() const { return counts_.size(); }
    std::uint32_t count(std::uint32_t item) const { return item < counts_.size() ? counts_[item] : 0; }

    std::int64_t bytes() const;   // that it takes, about

    // Adds to `out`. `history` oldest first.
    void next(std::span<const std::uint32_t> history, Scores& out) const;
    void together(std::span<const std::uint32_t> history, Scores& out) const;

    // The best `most` items after what the reader opened last, by all of them together, best first; `factors` may be null. Items
    // for which `skip` is true are left out; it is asked only of what would be among the best.
    template <class Skip>
    std::vector<Scored> suggest(std::uint32_t reader, const Factors* factors, std::size_t most, Skip skip) const
    {
        static thread_local Blend blend;
        mix(reader, factors, blend);
        const Parts worth = weights(blend);
        BestFew best(most);
        blend.each([&](std::uint32_t item, const Parts& parts) {
            float score = 0;
            for (std::size_t part = 0; part < parts.size(); ++part) score += worth[part] * parts[part];
            if (score > 0 && best.may_take({item, score}) && !skip(item)) best.take({item, score});
        });
        return best.best_first();
    }

    template <class Archive>
    void each(Archive& a)
    {
        a(next_, together_, counts_, histories_, openers_, retired_);
        if (!a.reading()) return;
        rarity_.resize(counts_.size());
        for (std::uint32_t item = 0; item < counts_.size(); ++item) count_openers(item);
        held_ = 0;
        for (const auto* rows : {&histories_, &openers_})
            for (const auto& row : *rows) held_ += bytes_of(row);
        lightness_.resize(histories_.size());
        for (std::uint32_t reader = 0; reader < histories_.size(); ++reader) count_history(reader);
    }

private:
    enum Part : std::size_t { by_next, by_together, by_companions, by_factors, all_parts };
    using Parts = std::array<float, all_parts>;
    using Blend = ScoreTable<all_parts>;

    static std::int64_t bytes_of(const Row<std::uint32_t>& row) { return Row<std::uint32_t>::bytes_of(row.size() + row.size() / 16); }
    template <class Change>
    void change(Row<std::uint32_t>& row, Change&& how)
    {
        held_ -= bytes_of(row);
        how(row);
        held_ += bytes_of(row);
    }
    static void keep_last(Row<std::uint32_t>& row, std::uint32_t one, std::size_t most)
    {
        if (row.size() >= most) row.erase(row.begin());
        row.push_back(one);
    }
    void count_openers(std::uint32_t item) { rarity_[item] = counts_[item] == 0 ? 0 : float(std::pow(double(counts_[item]), -rules_.popularity)); }
    void count_history(std::uint32_t reader) { lightness_[reader] = 1 / std::sqrt(float(histories_[reader].size()) + 1); }
    template <class Use>
    void linked(const Links&, std::span<const std::uint32_t> history, double recency, Use use) const;
    // `self`: the reader whose history it is, not their own companion.
    void companions(std::span<const std::uint32_t> history, std::uint32_t self, Blend&) const;
    void mix(std::uint32_t reader, const Factors*, Blend&) const;
    Parts weights(const Blend&) const;   // by which each part counts, once it is scaled to a best of 1

    TasteRules rules_;
    Links next_, together_;
    std::vector<std::uint32_t> counts_;                  // how often each item was opened
    std::vector<float> rarity_;                          // count^-popularity
    std::vector<Row<std::uint32_t>> histories_;          // by reader, the last items, oldest first
    std::vector<float> lightness_;                       // by reader, (1 + length of the history)^-½
    std::vector<Row<std::uint32_t>> openers_;            // by item, the last readers
    std::uint32_t retired_ = 0;
    std::int64_t held_ = 0;                              // bytes of what histories and openers hold
};

}  // namespace meadow::discovery::engine
