// What most journeys of trading need: somebody with an address who buys, and a gateway's word.
#pragma once
#include <string>

#include "support/market.hpp"
#include "support/town.hpp"

namespace meadow::testing {

// A signed-up person with an address.
struct Buyer : Person {
    std::string address;
};
Buyer buyer(Town&, const std::string& name);

struct Bought {
    std::string shop;
    std::string order;
    std::string path() const { return "/v1/shops/" + shop + "/orders/" + order; }
};

// Tries to buy `count` pieces of one SKU for this total, in fen.
Answer buys(Buyer&, const std::string& shop, const std::string& sku, std::int64_t count, Money total);
// The same, and it succeeds.
Bought bought(Buyer&, const std::string& shop, const std::string& sku, std::int64_t count, Money total);

// The gateway says that `amount` was paid for an order, in the name of a new payment or of `payment`. What came of it.
std::string pays(Town&, const Bought&, Money amount, std::int64_t payment = 0);
// The same without delivering the news of it: for several threads at once.
std::string pays_now(Town&, const Bought&, Money amount, std::int64_t payment = 0);
// The gateway has given back what the order's latest refund asked for.
bool paid_back(Town&, const std::string& shop, const std::string& refund);
// The last parcel of an order leaves, and arrives, as fulfilment tells it.
void ships(Town&, const Bought&);
void delivers(Town&, const Bought&);

// Fails the test, naming every fault, when any book is not in order.
void books_balance(Town&);

}  // namespace meadow::testing
