// What goes with what, learned from what readers open one after the other, event by event:
//
//   next        which items follow an item: skip counts 1/distance within a window
//   together    which items are opened by the same people, wherever in their history
//   companions  what people opened who lately opened the same (as in STAN, Garg et al. 2019)
//
// and, when there are any, factor vectors (factors.hpp). Each scores what may come next after a history. The history counts by recency: that is worth more than the class of the model.
#pragma once
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
    std::size_t openers = 200;         // of one item, remembered
    std::size_t companions = 100;      // asked
    std::size_t links = 24'000'000;    // of each kind and all items together: 192 MB
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
            if (which(item)) std::erase(openers_[item], reader);
        std::erase_if(histories_[reader], which);
    }
    // Items below are too old to be suggested: what they led to is no longer kept.
    void retire(std::uint32_t below);
    // The last items of a reader, oldest first.
    std::span<const std::uint32_t> history(std::uint32_t reader) const;
    const std::vector<std::vector<std::uint32_t>>& histories() const { return histories_; }   // of all, by number
    std::size_t items() const { return counts_.size(); }
    std::uint32_t count(std::uint32_t item) const { return item < counts_.size() ? counts_[item] : 0; }

    // Adds to `out`, which must have begun with items(). `history` oldest first.
    void next(std::span<const std::uint32_t> history, Scores& out) const;
    void together(std::span<const std::uint32_t> history, Scores& out) const;
    // `self`: the reader whose history it is, not their own companion.
    void companions(std::span<const std::uint32_t> history, std::uint32_t self, Scores& out) const;

    // The best `most` items after what the reader opened last, by all of them together, best first; `factors` may be null. Items
    // for which `skip` is true are left out.
    template <class Skip>
    std::vector<Scored> suggest(std::uint32_t reader, const Factors* factors, std::size_t most, Skip skip) const
    {
        Scores blend;
        mix(reader, factors, blend);
        std::vector<Scored> out;
        for (const std::uint32_t item : blend.touched())
            if (!skip(item)) out.push_back({item, blend[item]});
        keep_best(out, most);
        return out;
    }

    template <class Archive>
    void each(Archive& a) { a(next_, together_, counts_, rarity_, histories_, openers_, retired_); }

private:
    void mix(std::uint32_t reader, const Factors*, Scores& blend) const;
    static void keep_best(std::vector<Scored>&, std::size_t most);

    TasteRules rules_;
    Links next_, together_;
    std::vector<std::uint32_t> counts_;                  // how often each item was opened
    std::vector<float> rarity_;                          // count^-popularity
    std::vector<std::vector<std::uint32_t>> histories_;  // by reader, the last items, oldest first
    std::vector<std::vector<std::uint32_t>> openers_;    // by item, the last readers
    std::uint32_t retired_ = 0;
};

}  // namespace meadow::discovery::engine
