// trading_buyer_orders (home: buyer).
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "modules/trading/orders/buyer_orders.hpp"

namespace meadow::trading {

// A list under a tab looks at so many orders a page at most; a page may then be short, and `next` leads on.
constexpr std::int64_t scanned_orders = 500;

namespace store {

// The lines never change, nor does a review written meanwhile come undone.
void put_buyer_order(db::Tx&, UserId buyer, const BuyerOrder&);
// The same of one that is placed just now, with its lines as JSON.
void insert_buyer_order(db::Tx&, const Order&, std::string_view lines);
void put_lines(db::Tx&, UserId buyer, const BuyerOrder&);
// Newest first.
std::vector<BuyerOrder> list_buyer_orders(db::ReadTx&, UserId buyer, std::int64_t before, std::int64_t limit);

}  // namespace store
}  // namespace meadow::trading
