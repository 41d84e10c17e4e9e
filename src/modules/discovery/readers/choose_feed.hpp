#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/readers/store.hpp"

namespace meadow::discovery {

struct ChooseFeed {
    bool personal = true;
    List<Text<1, 30>, 20> topics;
};
BOOST_DESCRIBE_STRUCT(ChooseFeed, (), (personal, topics))

// How somebody's own feed is made: whether what they do counts, and the topics they name. Holds from the next page on.
Done choose_feed(WriteCtx&, const ChooseFeed&);
Result<ReaderRow> my_feed(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
