// What somebody who reads page after page has been shown, so that nothing comes twice although the ranking moves meanwhile. A
// convenience of this process: a reading that is no longer known, or began in another process, goes on by counting.
#pragma once
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace meadow::discovery {

class Readings {
public:
    static constexpr std::size_t most_ids = 1'000'000;   // of all readings together; the oldest are forgotten first

    // A number for a reading that has shown these so far. `seed` tells processes apart.
    std::int64_t keep(std::vector<std::int64_t> shown, std::int64_t seed);
    std::optional<std::vector<std::int64_t>> find(std::int64_t reading) const;

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> shown_;
    std::deque<std::int64_t> order_;
    std::size_t ids_ = 0;
    std::int64_t last_ = 0;
};

}  // namespace meadow::discovery
