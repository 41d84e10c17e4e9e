// trading_refunds, trading_refund_moves (home: shop).
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/trading/refunds/model.hpp"

namespace meadow::trading::store {

void insert_refund(db::Tx&, const Refund&);
// Writes state, answer and times. False when its state is not `from` any more.
bool update_refund(db::Tx&, const Refund&, RefundState from);
void insert_refund_move(db::Tx&, const Refund&, std::int64_t id, RefundState from, UserId by, std::string_view why, Instant);

std::optional<Refund> find_refund(db::ReadTx&, ShopId, RefundId);
// Newest first.
std::vector<Refund> list_refunds(db::ReadTx&, ShopId, std::int64_t before, std::int64_t limit);
// The same of those that wait for an answer.
std::vector<Refund> open_refunds(db::ReadTx&, ShopId, std::int64_t before, std::int64_t limit);
// Over all shops, oldest first: those an operator must decide.
std::vector<Refund> escalated_refunds(db::ReadTx&, std::int64_t after, std::int64_t limit);

}  // namespace meadow::trading::store
