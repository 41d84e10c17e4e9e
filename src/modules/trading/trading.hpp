// The front door of trading, for the modules to its right: the ledger and what an order was about.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"
#include "jobs/context.hpp"

namespace meadow::trading {

// How far an order has come by now, whatever news of it was heard so far and in which order.
struct OrderStanding {
    OrderId order;
    bool paid = false;        // the money came in, in time
    bool received = false;    // by word or by time; the money is the shop's
    bool cancelled = false;   // never paid
    bool refunded = false;    // the buyer has the money back
};
BOOST_DESCRIBE_STRUCT(OrderStanding, (), (order, paid, received, cancelled, refunded))
std::vector<OrderStanding> order_standings(db::ReadTx&, ShopId, const std::vector<OrderId>&);

// The accounts of the books. Those of a shop or a person are told apart by `holder` (shop or user id; 0 for the platform's own).
enum class AccountKind : std::uint8_t { buyer, gateway, escrow, merchant, platform_fee, creator, refund };
BOOST_DESCRIBE_ENUM(AccountKind, buyer, gateway, escrow, merchant, platform_fee, creator, refund)
struct AccountRef {
    AccountKind kind{};
    std::int64_t holder = 0;
};

// Moves money from one account to another: two entries that sum to zero, immutable. `reference` makes it happen once however
// often it is asked for: false when it was booked before.
bool transfer(WriteCtx&, ShopId home, std::string_view reference, std::string_view what, OrderId, AccountRef from, AccountRef to, Money);

// What an audit of all books finds: postings, orders and thereby everything must sum to zero, balances must equal their entries,
// and escrow must hold exactly what paid orders wait for. Reads every entry: for the command line, tests and the simulator.
struct BooksReport {
    std::int64_t entries = 0;
    std::vector<std::string> faults;   // one sentence each, at most 200; empty: the books are in order
};
BOOST_DESCRIBE_STRUCT(BooksReport, (), (entries, faults))
BooksReport check_books(db::ReadTx&);

// What an account holds, or all accounts of a kind together (then `shop` and `holder` are none).
struct AccountBalance {
    ShopId shop;
    AccountKind kind{};
    std::int64_t holder = 0;
    Money balance;
};
BOOST_DESCRIBE_STRUCT(AccountBalance, (), (shop, kind, holder, balance))
std::vector<AccountBalance> balance_sums(db::ReadTx&);   // one a kind
// Every account that ever moved, by shop; calls for each, so that there may be many.
void each_balance(db::ReadTx&, const std::function<void(const AccountBalance&)>&);

}  // namespace meadow::trading
