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
    void forget(std::uint32_t item)
    {
        if (item >= rows_.size()) return;
        held_ -= bytes_of(rows_[item]);
        rows_[item] = {};
    }
    void add(std::uint32_t from, std::uint32_t to, float weight);
    // Rows lie anywhere: the memory is asked for the place of one, and later for the row, before something is added to it.
    void ask_for_place(std::uint32_t item) const { if (item < rows_.size()) __builtin_prefetch(&rows_[item]); }
    void ask_for_row(std::uint32_t item) const
    {
        if (item >= rows_.size()) return;
        for (std::size_t at = 0; at < 3; ++at) __builtin_prefetch(reinterpret_cast<const char*>(rows_[item].data()) + 64 * at, 1);
    }
    // The strongest of an item, the strongest first.
    std::span<const Link> of(std::uint32_t item, std::size_t asked = all) const
    {
        if (item >= rows_.size()) return {};
        return std::span(rows_[item].data(), std::min(asked, rows_[item].size()));
    }

    std::int64_t bytes() const { return std::int64_t(rows_.size() * sizeof(Row<Link>)) + held_; }

    template <class Archive>
    void each(Archive& a)
    {
        a(rows_);
        if (!a.reading()) return;
        held_ = 0;
        for (const Row<Link>& row : rows_) held_ += bytes_of(row);
    }

private:
    Link* more(Row<Link>&);
    static std::int64_t bytes_of(const Row<Link>& row) { return Row<Link>::bytes_of(row.size() + row.size() / 16); }

    std::size_t budget_;
    std::vector<Row<Link>> rows_;
    std::int64_t held_ = 0;   // bytes of what the rows hold
};

}  // namespace meadow::discovery::engine
