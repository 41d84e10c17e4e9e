// Paying as people do: open a payment, go to the sandbox gateway's page, press one of its buttons.
//
//     const Checkout checkout = opens_payment(bo, {order});
//     presses(town, checkout, "late");                       // pay, twice, silent, late, fail
//     pays_for(town, bo, order);                             // all of it, and the gateway's word has come
#pragma once
#include <string>
#include <vector>

#include "support/buying.hpp"

namespace meadow::testing {

struct Checkout {
    std::string payment;
    std::string page;          // of the gateway
    std::string path() const { return "/v1/payments/" + payment; }
};

// Tries to open a payment for these orders.
Answer tries_to_pay(Person&, const std::vector<Bought>&, const std::string& more = "");
Checkout opens_payment(Person&, const std::vector<Bought>&, const std::string& more = "");
// Presses a button without waiting for what comes of it.
Answer presses(Town&, const Checkout&, const std::string& button);
void pays_for(Town&, Person&, const Bought&);

}  // namespace meadow::testing
