// trading_sandbox_charges, trading_sandbox_refunds (home: the trade name). The gateway's books; nothing of ours is read here.
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/trading/payments/gateway.hpp"

namespace meadow::trading::sandbox::store {

struct Taken {                 // a charge somebody came to pay
    std::string trade;
    ChargeState state{};       // processing, paid, failed
    Money amount;
    std::string currency;
    std::string transaction;
    std::string notify_url;
    Money given_back;
    Instant at;                // of the state
};
BOOST_DESCRIBE_STRUCT(Taken, (), (trade, state, amount, currency, transaction, notify_url, given_back, at))

bool insert_charge(db::Tx&, const Taken&);                          // false: somebody came before
std::optional<Taken> find_charge(db::ReadTx&, std::string_view trade);
std::vector<Taken> newest_charges(db::ReadTx&, std::int64_t limit);
bool settle_charge(db::Tx&, std::string_view trade, Instant now);   // processing → paid

// Notes a refund. False when one of this name was noted before.
bool insert_refund(db::Tx&, const GiveBack&, Instant now);
std::optional<StatementLine> find_refund(db::ReadTx&, std::string_view trade, std::string_view refund);
// Takes it out of what was paid. False when that much is not there.
bool take_back(db::Tx&, const GiveBack&);

// Paid charges and refunds of [from, until) after the line `after` of the same moment, by time.
std::vector<StatementLine> statement(db::ReadTx&, const StatementLine& after, Instant until, std::int64_t limit);

}  // namespace meadow::trading::sandbox::store
