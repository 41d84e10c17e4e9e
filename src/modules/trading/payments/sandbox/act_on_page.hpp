#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::trading::sandbox {

inline const Setting<Duration> late_by{"trading.sandbox_late_by", 20min, "How long the sandbox's bank takes over a payment made with the button \"late\""};

// The buttons of the page: what a payer, a bank and a network may do to a payment.
enum class PayerAction : std::uint8_t {
    pay,       // paid, and we are told at once
    twice,     // paid, and we are told twice
    silent,    // paid, and nobody ever tells us
    late,      // the bank takes its time, then we are told
    fail,      // the bank says no
};
BOOST_DESCRIBE_ENUM(PayerAction, pay, twice, silent, late, fail)

struct ActOnPage {
    Text<1, 4000> token;
    PayerAction action{};
};
BOOST_DESCRIBE_STRUCT(ActOnPage, (), (token, action))

// A payer presses a button. Only the first press of a charge counts. Leads on to the merchant, or back to the page.
Result<http::Content> act_on_page(WriteCtx&, const ActOnPage&);

}  // namespace meadow::trading::sandbox
