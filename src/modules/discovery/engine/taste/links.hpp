// A sparse matrix of what goes with what, one bounded row an item: counts that grow by one addition an event.
#pragma once
#include <algorithm>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "modules/discovery/engine/row.hpp"

namespace meadow::discovery::engine {

struct Link {
    std::uint32_t item = 0;
    float weight = 0;
};
BOOST_DESCRIBE_STRUCT(Link, (), (item, weight))

class Links {
public:
    static constexpr std::size_t most = 512, fewest = 16;   // of one item; a new one takes the place of the weakest
    static constexpr std::size_t all = most;

    // `budget`: links of all items together, about; the more items, the fewer each may have.
    explicit Links(std::size_t budget = std::size_t(1) << 40) : budget_(budget) {}
    void forget(std::uint32_t item) { if (item < rows_.size()) rows_[item] = {}; }
    void add(std::uint32_t from, std::uint32_t to, float weight);
    // The strongest of an item, the strongest first.
    std::span<const Link> of(std::uint32_t item, std::size_t asked = all) const
    {
        if (item >= rows_.size()) return {};
        return std::span(rows_[item].data(), std::min(asked, rows_[item].size()));
    }

    std::int64_t bytes() const
    {
        std::int64_t out = 0;
        for (const auto& row : rows_) out += std::int64_t(sizeof row) + Row<Link>::bytes_of(row.size() + row.size() / 16);
        return out;
    }

    template <class Archive>
    void each(Archive& a) { a(rows_); }

private:
    std::size_t budget_;
    std::vector<Row<Link>> rows_;
};

}  // namespace meadow::discovery::engine
