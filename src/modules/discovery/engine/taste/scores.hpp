// Scores of a few items among many, by one part or several. A table of what was touched, made once and used again: what it costs, and the
// memory of each thread that asks, follow from what it holds and not from how large the town is. What is found by hashing is small, and the
// scores stand in a row, because they are added to and read by the thousand for every page.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace meadow::discovery::engine {

struct Scored {
    std::uint32_t item = 0;
    float score = 0;
};
// Best first; of equals the older item.
inline bool more(const Scored& a, const Scored& b) { return a.score != b.score ? a.score > b.score : a.item < b.item; }

template <std::size_t Parts>
class ScoreTable {
public:
    ScoreTable() : places_(1'024), shift_(32 - 10) {}

    void begin()
    {
        for (const std::uint32_t at : touched_) places_[at] = 0;
        touched_.clear();
        rows_.clear();
        best_ = {};
    }
    // `score` above 0.
    void add(std::uint32_t item, float score, std::size_t part = 0)
    {
        const std::uint32_t known = places_[place_of(item)];
        Row& row = known != 0 ? rows_[known - 1] : append(item);
        row.of[part] += score;
        best_[part] = std::max(best_[part], row.of[part]);
    }
    bool contains(std::uint32_t item) const { return places_[place_of(item)] != 0; }
    float operator[](std::uint32_t item) const
    {
        const std::uint32_t known = places_[place_of(item)];
        return known != 0 ? rows_[known - 1].of[0] : 0;
    }
    std::size_t size() const { return rows_.size(); }

    // Everything that was added to, with its parts, in the order in which it came.
    template <class Use>
    void each(Use use) const
    {
        for (const Row& row : rows_) use(row.item, row.of);
    }
    const std::array<float, Parts>& best() const { return best_; }   // of each part

private:
    struct Row {
        std::uint32_t item = 0;
        std::array<float, Parts> of{};
    };

    // Where it is, or the empty place where it belongs (Fibonacci hashing; half of the places are empty at least).
    std::size_t place_of(std::uint32_t item) const
    {
        std::size_t at = (item * 2654435769u) >> shift_;
        while (places_[at] != 0 && rows_[places_[at] - 1].item != item) at = (at + 1) & (places_.size() - 1);
        return at;
    }
    Row& append(std::uint32_t item)
    {
        if (2 * (rows_.size() + 1) > places_.size()) grow();
        touched_.push_back(std::uint32_t(place_of(item)));
        rows_.push_back({item, {}});
        places_[touched_.back()] = std::uint32_t(rows_.size());
        return rows_.back();
    }
    void grow()
    {
        places_.assign(places_.size() * 2, 0);
        --shift_;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            touched_[i] = std::uint32_t(place_of(rows_[i].item));
            places_[touched_[i]] = std::uint32_t(i + 1);
        }
    }

    std::vector<std::uint32_t> places_;    // of rows, from 1; 0: empty
    int shift_;
    std::vector<Row> rows_;
    std::vector<std::uint32_t> touched_;   // places, of each row
    std::array<float, Parts> best_{};
};

using Scores = ScoreTable<1>;

// The best few of what comes by, without keeping the rest.
class BestFew {
public:
    explicit BestFew(std::size_t most) : most_(most) {}

    bool may_take(const Scored& one) const { return most_ > 0 && (all_.size() < most_ || more(one, all_.front())); }
    // Only what it may take.
    void take(const Scored& one)
    {
        if (all_.size() == most_) {
            std::pop_heap(all_.begin(), all_.end(), more);
            all_.back() = one;
        } else {
            all_.push_back(one);
        }
        std::push_heap(all_.begin(), all_.end(), more);
    }
    std::vector<Scored> best_first()
    {
        std::sort_heap(all_.begin(), all_.end(), more);
        return std::move(all_);
    }

private:
    std::size_t most_;
    std::vector<Scored> all_;   // a heap, the worst in front
};

}  // namespace meadow::discovery::engine
