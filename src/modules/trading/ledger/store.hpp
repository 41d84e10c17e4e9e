// trading_postings, trading_entries, trading_balances (home: shop).
#pragma once
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::trading::store {

// One entry, as the statement of its account shows it.
struct EntryRow {
    std::int64_t posting = 0;
    OrderId order;
    std::string what;
    Money amount;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (), (posting, order, what, amount, at))

// Something of the books that should be zero, or equal to something else, and is not.
struct Crooked {
    ShopId shop;
    std::string what;   // a posting, an order, an account
    Money by;
};
BOOST_DESCRIBE_STRUCT(Crooked, (), (shop, what, by))

// False when the reference is known.
bool insert_posting(db::Tx&, ShopId, std::string_view reference, std::int64_t posting);
void insert_entry(db::Tx&, ShopId, AccountRef, std::int64_t posting, OrderId, std::string_view what, Money, Instant);
void add_to_balance(db::Tx&, ShopId, AccountRef, Money);

Money balance(db::ReadTx&, ShopId, AccountRef);
// Newest first.
std::vector<EntryRow> list_entries(db::ReadTx&, ShopId, AccountRef, std::int64_t before_posting, std::int64_t limit);
// Oldest first, those of [from, to).
std::vector<EntryRow> entries_between(db::ReadTx&, ShopId, AccountRef, Instant from, Instant to, std::int64_t after_posting, std::int64_t limit);

std::vector<AccountBalance> sum_balances(db::ReadTx&);
void each_balance(db::ReadTx&, const std::function<void(const AccountBalance&)>&);

// Each reads the whole ledger; at most 50 rows.
std::int64_t count_entries(db::ReadTx&);
std::vector<Crooked> crooked_postings(db::ReadTx&);
std::vector<Crooked> crooked_orders(db::ReadTx&);
std::vector<Crooked> crooked_balances(db::ReadTx&);
// Orders whose money is not where their state says it must be.
std::vector<Crooked> misplaced_money(db::ReadTx&);

}  // namespace meadow::trading::store
