#pragma once
#include "jobs/context.hpp"

namespace meadow::discovery {

struct SuggestQueries {
    Text<1, 60> q;
};
BOOST_DESCRIBE_STRUCT(SuggestQueries, (), (q))
struct HotQueries {
};
BOOST_DESCRIBE_STRUCT(HotQueries, (), ())

struct SuggestedQueries {
    std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(SuggestedQueries, (), (items))

// What somebody may be about to type: queries that begin so, or whose pinyin or initials do, and that enough different people have
// asked lately. Neither names a topic the reader hid.
Result<SuggestedQueries> suggest_queries(ReadCtx&, const SuggestQueries&);
// What more people ask for lately than they used to.
Result<SuggestedQueries> hot_queries(ReadCtx&, const HotQueries&);

}  // namespace meadow::discovery
