// Rendered note cards, shared by all readers. Derived: may be emptied at any moment.
//
// A card is rendered inside a request's read transaction, which began after the request's `now`. Whoever hears of a change marks
// it here after its commit. So a card whose `as_of` is not younger than the mark may have been read before the change, and is
// not used; nobody needs to find it and throw it away. Whatever slips through (a clock that steps) ends after `oldest`.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "jobs/shelf.hpp"
#include "jobs/stamps.hpp"
#include "modules/discovery/lists/model.hpp"

namespace meadow::discovery {

struct Card {
    NoteId note;
    UserId author;
    std::vector<ProductId> products;  // pinned: a change of one may change the card
    Instant as_of;
    std::string json;                 // a FeedCard
    std::vector<ListId> topics = {};
    std::string title = {}, text = {};   // as shown, and all the note says: search marks where they answer

    std::size_t weight() const
    {
        return sizeof *this + json.capacity() + title.capacity() + text.capacity() + products.capacity() * sizeof(ProductId) + topics.capacity() * sizeof(ListId);
    }
};
using CardPtr = std::shared_ptr<const Card>;

class CardShelf {
public:
    explicit CardShelf(std::size_t bytes = 64u << 20) : cards_(oldest, bytes) {}

    // The card of a note if one is kept that may still be shown at `now`, else null. Any thread.
    CardPtr find(NoteId, Instant now) const;
    // The same of several, in their order.
    std::vector<CardPtr> find_all(const std::vector<NoteId>&, Instant now) const;
    void keep(CardPtr card)
    {
        const Instant as_of = card->as_of;
        cards_.put(std::move(card), as_of);
    }

    // What the note says, or who may see it, has changed: cards from before are not shown any more.
    void note_changed(NoteId note, Instant at) { notes_.mark(note, at); }
    // Its counters moved: cards from before are shown for `counters_lag` at most.
    void note_counted(NoteId note, Instant at) { counts_.mark(note, at); }
    void author_changed(UserId author, Instant at) { authors_.mark(author, at); }
    void product_changed(ProductId product, Instant at) { products_.mark(product, at); }

    static constexpr Duration counters_lag = 1s;
    static constexpr Duration oldest = 60s;

    std::size_t bytes() const { return cards_.bytes(); }

private:
    bool may_be_shown(const Card&, Instant now) const;
    void fetch_stamps(const Card&) const;

    jobs::Shelf<Card, &Card::note, 16'384> cards_;
    jobs::Stamps<65536> notes_, counts_;
    jobs::Stamps<16384> authors_, products_;
};

}  // namespace meadow::discovery
