// trading_carts, trading_cart_lines (home: buyer).
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/trading/carts/model.hpp"

namespace meadow::trading::store {

// Moves the number of lines, only while it stays within `most`. False when it would not.
bool count_lines(db::Tx&, UserId buyer, std::int64_t by, std::int64_t most);

// False when the SKU is in the cart already.
bool insert_line(db::Tx&, UserId buyer, const CartLine&);
// Adds pieces to a line that is there, at most `most_of_one`; the price and the note are those of the latest look.
void add_pieces(db::Tx&, UserId buyer, const CartLine&);
bool set_count(db::Tx&, UserId buyer, ShopId, SkuId, std::int64_t count);
// Returns how many were there.
std::int64_t delete_lines(db::Tx&, UserId buyer, ShopId, const std::vector<SkuId>&);
std::int64_t delete_all_lines(db::Tx&, UserId buyer);

// By shop; within a shop the newest first.
std::vector<CartLine> list_lines(db::ReadTx&, UserId buyer);
std::vector<CartLine> find_lines(db::ReadTx&, UserId buyer, ShopId, const std::vector<SkuId>&);

}  // namespace meadow::trading::store
