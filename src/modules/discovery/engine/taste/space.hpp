// Where items lie by their factor vectors, for finding what is close to a history. Made aside, from a copy of what readers opened, and
// then never changed: many threads may ask. Which items a page suggests stands in the diary, so this is no part of what is folded.
#pragma once
#include <memory>
#include <vector>

#include "modules/discovery/engine/taste/factors.hpp"

namespace meadow::discovery::engine {

class FactorSpace {
public:
    // Learns the vectors of all items opened by two readers or more: some seconds for a hundred thousand histories.
    static std::shared_ptr<const FactorSpace> learn(const std::vector<std::vector<std::uint32_t>>& histories, std::size_t items, const FactorRules& = {});

    virtual ~FactorSpace() = default;
    // The best after this history, oldest first, best first; what is in it is left out.
    virtual std::vector<Scored> nearest(std::span<const std::uint32_t> history, std::size_t most) const = 0;
    virtual std::size_t items() const = 0;

    // Up to this many a look at every vector is faster than a graph.
    static constexpr std::size_t few = 30'000;
};

}  // namespace meadow::discovery::engine
