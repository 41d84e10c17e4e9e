// A credit: one line of an order was sold by a note, and its author earns a commission on it.
#pragma once
#include <array>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "jobs/setting.hpp"
#include "modules/creators/touches/model.hpp"

namespace meadow::creators {

// DOMAIN 3.9: an author gets 80 % of what the merchant offered.
inline const Setting<Rate> platform_part{"creators.platform_part", Rate{2000}, "What the platform keeps of a commission"};

enum class CreditState : std::uint8_t {
    pending,       // the order is placed
    payable,       // the order is paid; the commission is owed once receipt is confirmed
    paid,          // receipt is confirmed, the money is the author's
    clawed_back,   // refunded after that: the author has given it back
    void_,         // never paid, or refunded before receipt
};
BOOST_DESCRIBE_ENUM(CreditState, pending, payable, paid, clawed_back, void_)

struct CreditMove {
    CreditState from{};
    CreditState to{};
};

// Every move a credit may ever make.
inline constexpr std::array<CreditMove, 5> credit_moves{{
    {CreditState::pending, CreditState::payable},
    {CreditState::pending, CreditState::void_},
    {CreditState::payable, CreditState::paid},
    {CreditState::payable, CreditState::void_},
    {CreditState::paid, CreditState::clawed_back},
}};
constexpr bool may_move(CreditState from, CreditState to)
{
    for (const CreditMove& move : credit_moves)
        if (move.from == from && move.to == to) return true;
    return false;
}

struct CreditTag {
    static constexpr std::string_view prefix = "crd";
};
using CreditId = Id<CreditTag>;

struct Credit {
    UserId author;
    CreditId id;
    ShopId shop;
    OrderId order;
    SkuId sku;
    ProductId product;
    UserId buyer;
    NoteId note;               // the one credited
    NoteId first_note;
    Instant first_at;
    NoteId last_note;
    Instant last_at;
    std::int64_t pieces = 0;
    Money base;                // what was paid for the line's goods
    Rate rate;                 // what the merchant offered when the order was placed
    Money commission;          // share(base, rate)
    Money platform_part;       // what the platform keeps of it
    CreditState state{};
    Instant placed_at;
    Instant changed_at;

    Money earning() const { return commission - platform_part; }
};
BOOST_DESCRIBE_STRUCT(Credit, (), (author, id, shop, order, sku, product, buyer, note, first_note, first_at, last_note, last_at, pieces, base, rate,
                                  commission, platform_part, state, placed_at, changed_at))

}  // namespace meadow::creators
