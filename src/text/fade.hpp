// How much a document still counts for when it is no longer new.
#pragma once
#include <cmath>
#include <cstdint>

namespace meadow::lang {

// floor + (1 − floor) · 2^(−age / half), age counted in ids: greater ids are newer. The default fades nothing.
struct Fade {
    std::int64_t newest = 0;   // ids from here on count in full
    double half = 1;           // > 0
    float floor = 1;           // 0 … 1

    float operator()(std::int64_t id) const
    {
        if (floor >= 1 || id >= newest) return 1;
        return floor + (1 - floor) * std::exp2(static_cast<float>(static_cast<double>(id - newest) / half));
    }
};

}  // namespace meadow::lang
