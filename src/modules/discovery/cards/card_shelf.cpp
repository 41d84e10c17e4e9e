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

// They lie anywhere: all are asked for before the first is waited for.
std::vector<CardPtr> CardShelf::find_all(const std::vector<NoteId>& notes, Instant now) const
{
    for (const NoteId note : notes) cards_.fetch(note);
    std::vector<CardPtr> cards;
    cards.reserve(notes.size());
    for (const NoteId note : notes) {
        cards.push_back(cards_.find(note, now));
        if (cards.back()) fetch_stamps(*cards.back());
    }
    for (CardPtr& card : cards)
        if (card && !may_be_shown(*card, now)) card = nullptr;
    return cards;
}

void CardShelf::fetch_stamps(const Card& card) const
{
    notes_.fetch(card.note);
    counts_.fetch(card.note);
    authors_.fetch(card.author);
    for (const ProductId product : card.products) products_.fetch(product);
    __builtin_prefetch(card.json.data());
}

}  // namespace meadow::discovery
