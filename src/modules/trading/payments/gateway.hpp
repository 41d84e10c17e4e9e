// What we ask of a payment gateway, as an adapter. The gateway built in is the sandbox (sandbox/); a real one is another class here.
//
// A gateway knows a payment by its trade name. Whatever it tells us, in whatever order and however often, is a ChargeReport: the
// state of that charge as the gateway sees it. Reports come by notify (the gateway calls us) and by query (we ask).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "jobs/context.hpp"
#include "jobs/world.hpp"

namespace meadow::trading {

// What the payer is asked for.
struct Charge {
    std::string trade;
    Money amount;
    std::string currency;      // "CNY"
    Instant expires_at;        // from then on the gateway begins no payment
    std::string notify_url;    // where it tells us what became of it
    std::string return_path;   // where on our site the payer is led back to
};
BOOST_DESCRIBE_STRUCT(Charge, (), (trade, amount, currency, expires_at, notify_url, return_path))

enum class ChargeState : std::uint8_t {
    open,         // nobody has paid yet, or nobody ever came
    processing,   // the payer did their part, the bank has not
    paid,
    failed,       // the bank said no; final
    closed,       // expired unpaid; final
};
BOOST_DESCRIBE_ENUM(ChargeState, open, processing, paid, failed, closed)

struct ChargeReport {
    std::string trade;
    ChargeState state{};
    Money amount;
    std::string currency;
    std::string transaction;   // the gateway's own name for it; empty until paid
    Instant at;                // when that happened, by the gateway's clock
};
BOOST_DESCRIBE_STRUCT(ChargeReport, (), (trade, state, amount, currency, transaction, at))

// A notify as it comes in: what is signed is the timestamp and the body, byte for byte.
struct Notify {
    std::int64_t timestamp = 0;     // seconds since 1970, when it was sent
    Text<1, 128> signature;
    Upload body;
};
BOOST_DESCRIBE_STRUCT(Notify, (), (timestamp, signature, body))

struct GiveBack {
    std::string trade;
    std::string refund;        // names it: asked for twice, given once
    Money amount;
};
BOOST_DESCRIBE_STRUCT(GiveBack, (), (trade, refund, amount))

struct GivenBack {
    bool given = false;
    std::string why;           // when not: the gateway's no, which is final
    Instant at;
};
BOOST_DESCRIBE_STRUCT(GivenBack, (), (given, why, at))

// One line of the gateway's statement: a charge that was paid, or money given back.
struct StatementLine {
    std::string trade;
    std::string refund;        // empty: a charge
    Money amount;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(StatementLine, (), (trade, refund, amount, at))

// The context is for gateways that keep their keys in our database.
class Gateway {
public:
    virtual ~Gateway() = default;
    // Where to send the payer: a signed address. Asks nobody, so it may be made inside a request.
    virtual std::string pay_url(WriteCtx&, const Charge&) = 0;
    // What a notify says. Refuses what the gateway did not sign, and what it signed too long ago.
    virtual Result<ChargeReport> read_notify(ReadCtx&, const Notify&) = 0;

    // These speak to the gateway and wait: for errands. They throw when no clear answer came.
    virtual ChargeReport query(jobs::World&, std::string_view trade) = 0;
    virtual GivenBack give_back(jobs::World&, const GiveBack&) = 0;
    // All lines of [from, until), by time; at most an hour apart.
    virtual std::vector<StatementLine> statement(jobs::World&, Instant from, Instant until) = 0;
};

}  // namespace meadow::trading
