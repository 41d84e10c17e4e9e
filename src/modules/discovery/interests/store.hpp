// discovery_topics (home: the topic's list): the names of topics, for people. The engine knows their lists only.
#pragma once
#include <string>
#include <vector>

#include "db/tx.hpp"
#include "modules/discovery/lists/model.hpp"

namespace meadow::discovery {

struct TopicName {
    ListId list;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(TopicName, (), (list, name))

}  // namespace meadow::discovery

namespace meadow::discovery::store {

void name_topic(db::Tx&, const TopicName&);      // the first name stays
std::vector<TopicName> topic_names(db::ReadTx&, const std::vector<ListId>&);
bool topics_named(db::ReadTx&);                  // any at all

}  // namespace meadow::discovery::store
