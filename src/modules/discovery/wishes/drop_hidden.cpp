#include "modules/discovery/wishes/drop_hidden.hpp"

#include <algorithm>

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

}  // namespace meadow::discovery
