#include "modules/discovery/interests/topics.hpp"

#include <algorithm>

#include "text/segmenter.hpp"

namespace meadow::discovery {

ListId topic_of(const ReadCtx& ctx, std::string_view topic) { return topic_list(ctx.outside<lang::Segmenter>().normaliser(), topic); }

ListId known_topic(WriteCtx& ctx, std::string_view topic)
{
    const ListId list = topic_of(ctx, topic);
    store::name_topic(ctx.tx, {list, std::string(topic)});
    return list;
}

std::string name_of(const std::vector<TopicName>& names, ListId list)
{
    const auto found = std::find_if(names.begin(), names.end(), [list](const TopicName& n) { return n.list == list; });
    return found == names.end() ? std::string{} : found->name;
}

}  // namespace meadow::discovery
