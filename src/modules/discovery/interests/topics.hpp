// Topics as people write them, and as the lists and the engine know them.
#pragma once
#include "jobs/context.hpp"
#include "modules/discovery/interests/store.hpp"

namespace meadow::discovery {

ListId topic_of(const ReadCtx&, std::string_view topic);
// The same, and its name is known from now on.
ListId known_topic(WriteCtx&, std::string_view topic);
// Empty for a topic without a name.
std::string name_of(const std::vector<TopicName>&, ListId);

}  // namespace meadow::discovery
