#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

struct ListTopics {
    Whole<1, 40> limit = 12;
};
BOOST_DESCRIBE_STRUCT(ListTopics, (), (limit))

struct TopicLine {
    std::string name;
    std::int64_t notes = 0;    // among the newest
};
BOOST_DESCRIBE_STRUCT(TopicLine, (), (name, notes))

struct TopicLines {
    std::vector<TopicLine> items;
};
BOOST_DESCRIBE_STRUCT(TopicLines, (), (items))

// What people write about these days: the topics of the newest few hundred public notes that this reader may see, the fuller first.
Result<TopicLines> list_topics(ReadCtx&, const ListTopics&);

}  // namespace meadow::discovery
