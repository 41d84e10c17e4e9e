// trading_shop_terms (home: shop).
#pragma once
#include "base/ids.hpp"
#include "db/asked.hpp"
#include "modules/trading/prices/model.hpp"

namespace meadow::trading::store {

// A shop that never said anything ships free and does not round.
ShopTerms find_terms(db::ReadTx&, ShopId);
db::Asked<ShopTerms> ask_terms(db::ReadTx&, ShopId);   // nothing when it never did
void put_terms(db::Tx&, ShopId, const ShopTerms&);

}  // namespace meadow::trading::store
