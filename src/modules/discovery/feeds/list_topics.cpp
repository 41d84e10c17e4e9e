#include "modules/discovery/feeds/list_topics.hpp"

#include <algorithm>
#include <map>

#include "modules/discovery/cards/render_cards.hpp"
#include "modules/discovery/interests/topics.hpp"
#include "modules/discovery/lists/store.hpp"
#include "modules/discovery/wishes/drop_hidden.hpp"

namespace meadow::discovery {

Result<TopicLines> list_topics(ReadCtx& ctx, const ListTopics& in)
{
    constexpr std::int64_t newest = 300;
    std::vector<NoteId> notes;
    for (const store::Entry& entry : store::entries(ctx.tx, latest_list(), Cursor{}, newest)) notes.push_back(entry.note);
    auto cards = cards_of(ctx, notes);
    drop_blocked(ctx, cards);
    drop_hidden(ctx, cards);
    std::map<ListId, std::int64_t> counts;
    for (const CardPtr& card : cards)
        for (const ListId topic : card->topics) ++counts[topic];

    std::vector<std::pair<ListId, std::int64_t>> fullest(counts.begin(), counts.end());
    std::stable_sort(fullest.begin(), fullest.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (fullest.size() > std::size_t(in.limit)) fullest.resize(std::size_t(in.limit));
    std::vector<ListId> topics;
    for (const auto& [topic, count] : fullest) topics.push_back(topic);
    const auto names = store::topic_names(ctx.tx, topics);
    TopicLines out;
    for (const auto& [topic, count] : fullest)
        if (std::string name = name_of(names, topic); !name.empty()) out.items.push_back({std::move(name), count});
    return out;
}

}  // namespace meadow::discovery
