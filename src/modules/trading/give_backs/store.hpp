// trading_give_backs (home: buyer).
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/trading/give_backs/model.hpp"

namespace meadow::trading::store {

bool insert_give_back(db::Tx&, const GiveBackRow&);   // false when it was there
std::optional<GiveBackRow> find_give_back(db::ReadTx&, UserId buyer, PaymentId, RefundId);
// Over all buyers: what is not given yet, oldest first, after `after`.
std::vector<GiveBackRow> open_give_backs(db::ReadTx&, RefundId after, std::int64_t limit);
std::optional<GiveBackRow> find_open_give_back(db::ReadTx&, RefundId);
// False when it was given before.
bool mark_given(db::Tx&, const GiveBackRow&, Instant given_at);
void note_failure(db::Tx&, const GiveBackRow&, GiveBackState, std::string_view error);   // unless it was given

}  // namespace meadow::trading::store
