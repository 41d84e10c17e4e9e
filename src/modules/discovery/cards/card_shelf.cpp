#include "modules/discovery/cards/card_shelf.hpp"

#include <algorithm>

namespace meadow::discovery {

bool CardShelf::may_be_shown(const Card& card, Instant now) const
{
    if (card.as_of <= notes_.of(card.note) || card.as_of <= authors_.of(card.author)) return false;
    if (card.as_of <= counts_.of(card.note) && now - card.as_of >= counters_lag) return false;
    return std::none_of(card.products.begin(), card.products.end(), [&](ProductId p) { return card.as_of <= products_.of(p); });
}

CardPtr CardShelf::find(NoteId note, Instant now) const
{
    CardPtr card = cards_.find(note, now);
    return card && may_be_shown(*card, now) ? card : nullptr;
}

}  // namespace meadow::discovery
