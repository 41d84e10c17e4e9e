#pragma once
#include <string_view>

#include "jobs/context.hpp"
#include "modules/trading/orders/model.hpp"

namespace meadow::trading {

// Moves an order and enters the move, by whoever asks. What else changes with it is set in `order` before. Somebody who changed the
// order since it was read wins: the command is then run again from its start (a conflict, see db/lanes.hpp).
void move_order(WriteCtx&, Order& order, OrderState to, std::string_view why);
// Writes what changed without moving it, under the same guard.
void note_on_order(WriteCtx&, Order& order);

}  // namespace meadow::trading
