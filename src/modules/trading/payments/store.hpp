// trading_payments and what belongs to them (home: buyer); trading_gateway_keys (home: the gateway's name).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/trading/payments/model.hpp"

namespace meadow::trading::store {

void insert_payment(db::Tx&, const Payment&, const std::vector<PaymentLine>&);
std::optional<Payment> find_payment(db::ReadTx&, UserId buyer, PaymentId);
std::vector<PaymentLine> payment_lines(db::ReadTx&, UserId buyer, PaymentId);   // by shop
// Writes state, transaction and times. False when its state is not `from` any more.
bool update_payment(db::Tx&, const Payment&, PaymentState from);
void set_outcome(db::Tx&, UserId buyer, PaymentId, const PaymentLine&);
void insert_payment_move(db::Tx&, const Payment&, std::int64_t id, PaymentState from, UserId by, std::string_view why, Instant);

// The payments last opened for these orders.
std::vector<PaymentId> attempts(db::ReadTx&, UserId buyer, const std::vector<OrderId>&);
void put_attempt(db::Tx&, UserId buyer, OrderId, PaymentId);

// Counts a question to the gateway. False when question number `asked` was counted before.
bool count_question(db::Tx&, UserId buyer, PaymentId, std::int64_t asked);
// Adds what was given back, never beyond what came in. False when it would be.
bool add_refunded(db::Tx&, UserId buyer, PaymentId, Money);

struct Alarm {
    UserId buyer;
    PaymentId payment;
    std::string what;
    RawJson report;            // the gateway's word
    Instant at;
    std::optional<Instant> resolved_at = {};
    std::optional<UserId> resolved_by = {};
    std::optional<std::string> resolution = {};
};
BOOST_DESCRIBE_STRUCT(Alarm, (), (buyer, payment, what, report, at, resolved_at, resolved_by, resolution))
void raise_alarm(db::Tx&, const Alarm&);           // one for each payment and `what`; one that was resolved rings again
bool has_alarm(db::ReadTx&, UserId buyer, PaymentId, std::string_view what);
// False when it is resolved already, or there is none.
bool resolve_alarm(db::Tx&, UserId buyer, PaymentId, std::string_view what, UserId by, std::string_view resolution, Instant now);
std::vector<Alarm> list_alarms(db::ReadTx&, Cursor before, bool only_open, std::int64_t limit);   // newest first

std::optional<std::string> find_gateway_key(db::ReadTx&, std::string_view gateway);
void insert_gateway_key(db::Tx&, std::string_view gateway, std::string_view secret, Instant);   // unless there is one

}  // namespace meadow::trading::store
