#include "modules/discovery/wishes/drop_hidden.hpp"

#include <algorithm>
#include <unordered_set>

#include "modules/discovery/interests/topics.hpp"
#include "modules/discovery/wishes/store.hpp"

namespace meadow::discovery {

void drop_hidden(ReadCtx& ctx, std::vector<CardPtr>& cards)
{
    if (!ctx.who.signed_in() || cards.empty()) return;
    std::vector<std::int64_t> keys;
    for (const CardPtr& card : cards) {
        keys.push_back(card->note.value);
        keys.push_back(card->author.value);
    }
    const auto wishes = store::wishes_about(ctx.tx, ctx.who.user, keys);
    if (wishes.empty()) return;
    const auto hides = [&](Wish wish, std::int64_t key) {
        return std::any_of(wishes.begin(), wishes.end(), [&](const WishRow& w) { return w.wish == wish && w.key == key; });
    };
    std::erase_if(cards, [&](const CardPtr& card) {
        return hides(Wish::hide_note, card->note.value) || hides(Wish::hide_author, card->author.value) ||
               std::any_of(card->topics.begin(), card->topics.end(), [&](ListId topic) { return hides(Wish::hide_topic, topic.value); });
    });
}

std::function<bool(std::string_view)> hides_topic(ReadCtx& ctx)
{
    std::unordered_set<ListId> hidden;
    if (ctx.who.signed_in())
        for (const WishRow& row : store::list_wishes(ctx.tx, ctx.who.user, Wish::hide_topic, most_wishes)) hidden.insert(ListId{row.key});
    return [&ctx, hidden = std::move(hidden)](std::string_view topic) { return !hidden.empty() && hidden.count(topic_of(ctx, topic)) != 0; };
}

}  // namespace meadow::discovery
