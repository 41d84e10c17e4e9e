// What a reader searched for lately, by what it found: the engine never hears the words. Short rows, the newest last.
#pragma once
#include <algorithm>
#include <cstdint>

#include <boost/describe/class.hpp>

#include "modules/discovery/engine/row.hpp"

namespace meadow::discovery::engine {

struct Found {
    std::uint32_t which = 0;   // note, product or topic
    std::int32_t day = 0;      // since 1970, when a search found it last
};
BOOST_DESCRIBE_STRUCT(Found, (), (which, day))

struct Searches {
    // Of one search the first few; of all that is remembered the newest.
    static constexpr std::size_t notes_each = 8, products_each = 6, most_notes = 24, most_products = 12, most_topics = 4;

    Row<Found> notes, products;
    Row<Found> topics;         // that most of what a search found stands in

    bool empty() const { return notes.empty() && products.empty() && topics.empty(); }
    void clear() { *this = {}; }
    void forget_before(std::int32_t day)
    {
        for (Row<Found>* row : {&notes, &products, &topics}) erase_if(*row, [day](const Found& f) { return f.day < day; });
    }
    static void keep(Row<Found>& row, Found one, std::size_t most)
    {
        erase_if(row, [one](const Found& f) { return f.which == one.which; });
        if (row.size() >= most) row.erase(row.begin());
        row.push_back(one);
    }
    std::int64_t bytes() const
    {
        return Row<Found>::bytes_of(notes.size()) + Row<Found>::bytes_of(products.size()) + Row<Found>::bytes_of(topics.size());
    }
    void ask_for_size() const { notes.ask_for_size(), products.ask_for_size(), topics.ask_for_size(); }
};
BOOST_DESCRIBE_STRUCT(Searches, (), (notes, products, topics))

}  // namespace meadow::discovery::engine
