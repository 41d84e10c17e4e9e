#pragma once
#include "jobs/context.hpp"
#include "modules/community/community.hpp"
#include "modules/discovery/cards/card_shelf.hpp"
#include "modules/discovery/cards/feed_card.hpp"

namespace meadow::discovery {

// The cards of those of these notes that anybody may see now, in the order given. From the shelf; what is missing there is
// rendered, all of it with one read each of notes, people, pictures and products.
std::vector<CardPtr> cards_of(ReadCtx&, const std::vector<NoteId>&);

// As one JSON list: each card was rendered already.
Rendered<std::vector<FeedCard>> listed(const std::vector<CardPtr>&);

// Takes away those whose author blocks the reader or is blocked.
void drop_blocked(ReadCtx&, std::vector<CardPtr>&);

// What the reader has done with the notes of a page, beside the cards that are the same for everybody.
struct Mine {
    std::vector<NoteId> liked;
    std::vector<UserId> following;   // authors
};
BOOST_DESCRIBE_STRUCT(Mine, (), (liked, following))
Mine mine_of(ReadCtx&, const std::vector<CardPtr>&);

}  // namespace meadow::discovery
