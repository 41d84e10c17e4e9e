// An offer: a shop pays one author more for sales of one product than it pays everybody. It betters a rate, it does not make one: what
// pays nobody without it pays nobody with it, so the label that a note's link is paid for never depends on an offer.
#pragma once
#include <array>
#include <string>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::creators {

struct OfferTag {
    static constexpr std::string_view prefix = "off";
};
using OfferId = Id<OfferTag>;

enum class OfferState : std::uint8_t {
    offered,
    accepted,      // holds for orders placed from then on
    declined,
    ended,         // withdrawn by the shop, or given up by the author
};
BOOST_DESCRIBE_ENUM(OfferState, offered, accepted, declined, ended)

struct OfferMove {
    OfferState from{};
    OfferState to{};
};

// Every move an offer may ever make.
inline constexpr std::array<OfferMove, 4> offer_moves{{
    {OfferState::offered, OfferState::accepted},
    {OfferState::offered, OfferState::declined},
    {OfferState::offered, OfferState::ended},
    {OfferState::accepted, OfferState::ended},
}};
constexpr bool may_move(OfferState from, OfferState to)
{
    for (const OfferMove& move : offer_moves)
        if (move.from == from && move.to == to) return true;
    return false;
}

struct RateOffer {
    ShopId shop;
    OfferId id;
    ProductId product;
    UserId author;
    Rate rate;
    std::string words;
    Instant until;             // none: no end
    OfferState state{};
    UserId by;
    Instant offered_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(RateOffer, (), (shop, id, product, author, rate, words, until, state, by, offered_at, changed_at))

}  // namespace meadow::creators
