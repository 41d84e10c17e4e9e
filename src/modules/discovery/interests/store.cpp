#include "modules/discovery/interests/store.hpp"

namespace meadow::discovery::store {

const db::Sql insert_topic{"discovery.insert_topic", "INSERT INTO discovery_topics (list_id, name) VALUES ($1, $2) ON CONFLICT (list_id) DO NOTHING"};
void name_topic(db::Tx& tx, const TopicName& topic) { tx.put(insert_topic, topic.list, topic.name); }

const db::Sql select_topics{"discovery.select_topics", "SELECT list_id, name FROM discovery_topics WHERE list_id IN @list($1)"};
std::vector<TopicName> topic_names(db::ReadTx& tx, const std::vector<ListId>& lists)
{
    return lists.empty() ? std::vector<TopicName>{} : tx.all<TopicName>(select_topics, lists);
}

const db::Sql select_any_topic{"discovery.select_any_topic", "SELECT list_id, name FROM discovery_topics LIMIT 1"};
bool topics_named(db::ReadTx& tx) { return tx.one<TopicName>(select_any_topic).has_value(); }

}  // namespace meadow::discovery::store
