// trading_addresses, trading_address_books (home: buyer).
#pragma once
#include <optional>
#include <vector>

#include "db/asked.hpp"
#include "modules/trading/addresses/model.hpp"

namespace meadow::trading::store {

// Makes room in the book, only while it holds fewer than `most`; the first address becomes the default. False when it is full.
bool count_in(db::Tx&, UserId buyer, AddressId, std::int64_t most);
// The reverse, and no default any more if it was this one.
void count_out(db::Tx&, UserId buyer, AddressId);
void set_default(db::Tx&, UserId buyer, AddressId);
AddressId find_default(db::ReadTx&, UserId buyer);

void insert_address(db::Tx&, UserId buyer, const Address&);
bool update_address(db::Tx&, UserId buyer, const Address&);
bool delete_address(db::Tx&, UserId buyer, AddressId);
db::Asked<Address> ask_address(db::ReadTx&, UserId buyer, AddressId);
std::vector<Address> list_addresses(db::ReadTx&, UserId buyer);   // newest first

// The whole book, for good.
void delete_book(db::Tx&, UserId buyer);

}  // namespace meadow::trading::store
