// A price is a list of named pure steps over one record. Each step may change amounts and must write one line for what it did, so
// that every fen the buyer pays has a reason: the amounts of the lines sum to the total exactly.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"

namespace meadow::trading {

// What a shop asks for bringing the goods, and how it rounds.
struct ShopTerms {
    Money shipping_fee;                   // flat, per order
    std::optional<Money> free_from;       // no shipping fee when the goods come to at least this
    std::int64_t round_to = 1;            // the total is rounded down to a multiple of this: 1 a fen, 10 a jiao, 100 a yuan
    bool operator==(const ShopTerms&) const = default;
};
BOOST_DESCRIBE_STRUCT(ShopTerms, (), (shipping_fee, free_from, round_to))

struct PriceLine {
    std::string step;                     // "list_price"
    std::string what;                     // for people: "口红 红 × 2"
    Money amount;                         // what it adds to the total; negative takes away
    std::optional<Money> included;        // how much of what stands above it is this (tax), without changing the total
};
BOOST_DESCRIBE_STRUCT(PriceLine, (), (step, what, amount, included))

struct PricedLine {
    std::string name;                     // in explanations
    Money price;                          // of one piece, on the list
    std::int64_t count = 0;
    Rate tax_rate;                        // included in the price

    Money goods;                          // from here on filled by the steps; amounts of the whole line
    Money shipping;                       // its share
    Money tax;                            // included in `goods`
    Money paid() const { return goods + shipping; }
};

struct Pricing {
    ShopTerms terms;
    std::vector<PricedLine> lines;        // at least one
    std::vector<PriceLine> explanation;

    Money goods() const;
    Money total() const;
};

struct PriceStep {
    std::string_view name;
    void (*run)(Pricing&);
};

// The steps in force, in order. Promotions are steps put between list_price and shipping.
std::span<const PriceStep> price_steps();

// Runs all steps. The lines' paid() and the explanation's amounts both sum to total(), which is never negative.
Pricing priced(Pricing);

}  // namespace meadow::trading
