// Scores of a few items among many: a dense row and the list of what was touched, made once and used again.
#pragma once
#include <cstdint>
#include <vector>

namespace meadow::discovery::engine {

struct Scored {
    std::uint32_t item = 0;
    float score = 0;
};

class Scores {
public:
    void begin(std::size_t items)
    {
        for (const std::uint32_t item : touched_) row_[item] = 0;
        touched_.clear();
        if (row_.size() < items) row_.resize(items);
    }
    void add(std::uint32_t item, float score)
    {
        if (row_[item] == 0) touched_.push_back(item);
        row_[item] += score;
    }
    float operator[](std::uint32_t item) const { return row_[item]; }
    const std::vector<std::uint32_t>& touched() const { return touched_; }

private:
    std::vector<float> row_;
    std::vector<std::uint32_t> touched_;
};

}  // namespace meadow::discovery::engine
