// Scores, and the best hits so far, for the walk through a segment.
#pragma once
#include <algorithm>
#include <array>
#include <vector>

#include "text/index.hpp"

namespace meadow::lang {

// The part of BM25 that depends on the document, for every length code at once.
class Saturation {
public:
    explicit Saturation(float average_length);

    float operator()(std::uint8_t weight, std::uint8_t length_code) const
    {
        const float w = weight;
        return w * (k1 + 1) / (w + slack_[length_code]);
    }
    float operator()(const Peak& peak) const { return (*this)(peak.weight, peak.length); }

private:
    static constexpr float k1 = 1.2f, b = 0.75f;
    std::array<float, 256> slack_;
};

// The best hits so far; the worst of them is the bar the next one must pass.
class Best {
public:
    explicit Best(std::size_t limit) : limit_(limit) {}

    bool full() const { return hits_.size() == limit_; }
    float bar() const { return full() ? hits_.front().score : 0; }
    bool passes(float score) const { return !full() || score > bar(); }

    void offer(Hit hit)
    {
        if (full()) {
            std::pop_heap(hits_.begin(), hits_.end(), better);
            hits_.back() = hit;
        } else {
            hits_.push_back(hit);
        }
        std::push_heap(hits_.begin(), hits_.end(), better);
    }

    std::vector<Hit> in_order() &&
    {
        std::sort(hits_.begin(), hits_.end(), better);
        return std::move(hits_);
    }

private:
    static bool better(const Hit& a, const Hit& c) { return a.score != c.score ? a.score > c.score : a.id > c.id; }
    const std::size_t limit_;
    std::vector<Hit> hits_;
};

// How a query is scored in one snapshot: its keys weighed by how rare they are there.
class Scorer {
public:
    Scorer(const Query& query, std::vector<float> gains, const Saturation& saturation, const Fade& fade);

    const Query& query() const { return query_; }
    const Saturation& saturation() const { return saturation_; }
    const Fade& fade() const { return fade_; }
    float gain(std::size_t key) const { return gains_[key]; }
    // What a score gains at most for each unit a key contributes, over all wishes it counts for.
    float reach(std::size_t key) const { return reaches_[key]; }
    // The score of a document in which `there` are found, contributions being gain × saturation; what counts for a wish twice, said
    // in two ways, counts once.
    float combined(Query::Keys there, const std::array<float, Query::most_keys>& contributions) const;

private:
    const Query& query_;
    std::vector<float> gains_, reaches_;
    std::vector<std::vector<float>> worths_;   // of each wish's ways, after rare synonyms were brought down to the word typed
    const Saturation& saturation_;
    const Fade fade_;
};

// Bounds are sums in another order than scores, and must not lose to them by a rounding.
constexpr float rounding = 1 + 1e-5f;

// One key's list in one segment.
struct Lead {
    Cursor cursor;
    std::uint32_t key;
};

// Offers to `best` what holds a key of any wish, or what grants every wish.
void walk(const SegmentView&, std::vector<Lead>&, const Scorer&, const Accept&, Best&, bool every_wish);
// The newest documents that grant every wish, at most `limit`, newest first.
std::vector<Hit> newest_of_every(const SegmentView&, std::vector<Lead>&, const Scorer&, const Accept&, std::size_t limit);

}  // namespace meadow::lang
