// Scores of a few items among many, by one part or several. A table of what was touched, made once and used again: what it costs, and the
// memory of each thread that asks, follow from what it holds and not from how large the town is.
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
    ScoreTable() : rows_(1'024), shift_(32 - 10) {}

    void begin()
    {
        for (const std::uint32_t at : touched_) rows_[at] = {};
        touched_.clear();
        best_ = {};
    }
    // `score` above 0.
    void add(std::uint32_t item, float score, std::size_t part = 0)
    {
        Row* row = &rows_[place_of(item)];
        if (row->key == 0) row = &fill(item);
        row->of[part] += score;
        best_[part] = std::max(best_[part], row->of[part]);
    }
    bool contains(std::uint32_t item) const { return rows_[place_of(item)].key != 0; }
    float operator[](std::uint32_t item) const { return rows_[place_of(item)].of[0]; }
    std::size_t size() const { return touched_.size(); }

    // Everything that was added to, with its parts, in the order in which it came.
    template <class Use>
    void each(Use use) const
    {
        for (const std::uint32_t at : touched_) use(rows_[at].key - 1, rows_[at].of);
    }
    const std::array<float, Parts>& best() const { return best_; }   // of each part

private:
    struct Row {
        std::uint32_t key = 0;   // the item + 1
        std::array<float, Parts> of{};
    };

    // Where it is, or the empty place where it belongs (Fibonacci hashing; half of the places are empty at least).
    std::size_t place_of(std::uint32_t item) const
    {
        std::size_t at = (item * 2654435769u) >> shift_;
        while (rows_[at].key != 0 && rows_[at].key != item + 1) at = (at + 1) & (rows_.size() - 1);
        return at;
    }
    Row& fill(std::uint32_t item)
    {
        if (2 * (touched_.size() + 1) > rows_.size()) grow();
        const std::size_t at = place_of(item);
        touched_.push_back(std::uint32_t(at));
        rows_[at].key = item + 1;
        return rows_[at];
    }
    void grow()
    {
        std::vector<Row> old(rows_.size() * 2);
        old.swap(rows_);
        --shift_;
        for (std::uint32_t& at : touched_) {
            const Row& row = old[at];
            at = std::uint32_t(place_of(row.key - 1));
            rows_[at] = row;
        }
    }

    std::vector<Row> rows_;
    int shift_;
    std::vector<std::uint32_t> touched_;   // places
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
