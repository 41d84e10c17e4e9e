// trading_reconciliations, trading_differences (home: the day).
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "modules/trading/payments/model.hpp"
#include "modules/trading/reconciliation/model.hpp"

namespace meadow::trading::store {

bool insert_reconciliation(db::Tx&, Instant day, Instant now);    // false when there is one
void restart_reconciliation(db::Tx&, Instant day, Instant now);   // forgets what it found before
void end_reconciliation(db::Tx&, const Reconciliation&);
void insert_difference(db::Tx&, Instant day, const Difference&);
std::vector<Reconciliation> list_reconciliations(db::ReadTx&, Instant before, std::int64_t limit);   // newest first
std::vector<Difference> list_differences(db::ReadTx&, Instant day, std::int64_t after, std::int64_t limit);

// What we believe the gateway took and gave in [from, until).
struct OurLine {
    UserId buyer;
    PaymentId payment;
    RefundId refund;           // none: a charge
    Money amount;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OurLine, (), (buyer, payment, refund, amount, at))
std::vector<OurLine> our_lines(db::ReadTx&, Instant from, Instant until);

}  // namespace meadow::trading::store
