#include "modules/trading/ledger/store.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::trading {

BooksReport check_books(db::ReadTx& tx)
{
    BooksReport report;
    report.entries = store::count_entries(tx);
    for (const auto look : {store::crooked_postings, store::crooked_orders, store::crooked_balances, store::misplaced_money})
        for (const store::Crooked& found : look(tx))
            report.faults.push_back(text(found.shop) + ": " + found.what + " is off by " + std::to_string(found.by.minor) + " fen");
    return report;
}

std::vector<AccountBalance> balance_sums(db::ReadTx& tx) { return store::sum_balances(tx); }

void each_balance(db::ReadTx& tx, const std::function<void(const AccountBalance&)>& each) { store::each_balance(tx, each); }

}  // namespace meadow::trading
