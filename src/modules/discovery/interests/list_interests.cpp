#include "modules/discovery/interests/list_interests.hpp"

#include <algorithm>
#include <map>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/interests/topics.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/wishes/store.hpp"

namespace meadow::discovery {
namespace {

// What the engine has learned, by the topic's list.
std::map<ListId, Interest> learned(const engine::State& state, UserId user)
{
    std::map<ListId, Interest> out;
    const engine::Reader* reader = state.find_reader(user);
    if (reader == nullptr) return out;
    for (const engine::TopicTaste& taste : reader->tastes) {
        if (taste.clicks.observed <= 0) continue;   // shown, never opened: no interest
        Interest& interest = out[ListId{std::int64_t(state.topics[taste.topic].key)}];
        interest.opened = std::llround(engine::whole(taste.clicks.observed));
        interest.strength = state.affinity(*reader, taste.topic);
    }
    for (const engine::Found& found : reader->searches.topics) {
        Interest& interest = out[ListId{std::int64_t(state.topics[found.which].key)}];
        interest.searched = true;
        interest.strength = state.affinity(*reader, found.which);
    }
    return out;
}

}  // namespace

Result<Interests> list_interests(ReadCtx& ctx, const Nothing&)
{
    Interests out;
    const ReaderRow row = store::find_reader(ctx.tx, ctx.who.user).value_or(ReaderRow{});
    out.personal = row.personal;
    auto known = ctx.outside<Curator>().look([&](const engine::State& state) { return learned(state, ctx.who.user); });
    for (const std::string& topic : row.topics) {
        Interest& interest = known[topic_of(ctx, topic)];
        interest.named = true;
        interest.topic = topic;
    }
    for (const WishRow& wish : store::standing_wishes(ctx.tx, ctx.who.user))
        if (wish.wish == Wish::pause_topic) known[ListId{wish.key}].paused = true;
    std::vector<ListId> lists;
    for (const auto& [list, interest] : known) lists.push_back(list);
    const auto names = store::topic_names(ctx.tx, lists);
    for (auto& [list, interest] : known) {
        if (interest.topic.empty()) interest.topic = name_of(names, list);
        if (!interest.topic.empty()) out.items.push_back(std::move(interest));
    }
    std::stable_sort(out.items.begin(), out.items.end(), [](const Interest& a, const Interest& b) { return a.strength > b.strength; });
    return out;
}

}  // namespace meadow::discovery
