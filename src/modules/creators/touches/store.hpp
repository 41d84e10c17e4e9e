// creators_touches (home: who touches).
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "modules/creators/touches/model.hpp"

namespace meadow::creators::store {

// Moves a touch forward in time, or makes it. True when it was made: somebody new.
bool put_touch(db::Tx&, ToucherId, const Touch&);
// Of these products, the latest 500.
std::vector<Touch> touches_of(db::ReadTx&, ToucherId, const std::vector<ProductId>&);
// What a visitor did becomes what the person did.
std::vector<Touch> take_touches(db::Tx&, ToucherId visitor);   // removes them, at most 500
std::int64_t forget_touches(db::Tx&, Instant before, std::int64_t limit);

}  // namespace meadow::creators::store
