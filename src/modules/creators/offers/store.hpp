// creators_offers, creators_offer_moves (home: the shop).
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/creators/offers/model.hpp"

namespace meadow::creators::store {

// False when one to this author for this product is open.
bool insert_offer(db::Tx&, const RateOffer&);
std::optional<RateOffer> find_offer(db::ReadTx&, ShopId, OfferId);
// False when its state is not `from` any more. Enters the move.
bool move_offer(db::Tx&, const RateOffer&, OfferState from, std::int64_t move, UserId by);
// Newest first; of one state or of all.
std::vector<RateOffer> offers_of_shop(db::ReadTx&, ShopId, std::optional<OfferState>, OfferId before, std::int64_t limit);
std::vector<RateOffer> offers_to(db::ReadTx&, UserId author, std::optional<OfferState>, OfferId before, std::int64_t limit);
// What an author was promised for a product when an order was placed; nothing when nothing was.
std::optional<Rate> promised_rate(db::ReadTx&, ShopId, UserId author, ProductId, Instant at);

}  // namespace meadow::creators::store
