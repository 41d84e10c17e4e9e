// One day in the life of a bench town, lived through the product's verbs: notes written, liked, collected and commented on, orders
// placed, paid for, shipped and received. kit_repeat makes years of it.
#pragma once
#include <string>
#include <vector>

#include "kit_market.hpp"

namespace meadow::bench {

// Who and what is there before the day begins.
struct Cast {
    Market market;
    std::vector<UserId> authors;
    std::vector<std::vector<MediaId>> pictures;  // of each author
    std::vector<std::string> topics;
};
BOOST_DESCRIBE_STRUCT(Cast, (), (market, authors, pictures, topics))

Cast assemble(BenchTown&, int shops, int buyers, int authors);

struct Day {
    std::vector<NoteId> notes;
    std::vector<OrderId> orders;
};
BOOST_DESCRIBE_STRUCT(Day, (), (notes, orders))

// `texts`: what people say, used over and over. Of eight orders one is given up, seven are received; a note has two likes, every other
// one is collected, and one comment. All news is heard when it returns.
Day live_one_day(BenchTown&, const Cast&, int notes, int orders, const std::vector<std::string>& texts);

// At most `most` code points of a text.
std::string cut(const std::string& text, std::size_t most);

}  // namespace meadow::bench
