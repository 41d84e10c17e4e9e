// An order: what one buyer buys from one shop at once. A small record of where it stands and when it got there, and its papers
// (lines, address, price), which never change once it is placed.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "jobs/setting.hpp"
#include "modules/trading/events.hpp"
#include "modules/trading/prices/model.hpp"

namespace meadow::trading {

inline const Setting<Duration> pay_window{"trading.pay_window", 15min, "How long an unpaid order holds its stock"};
inline const Setting<Duration> confirm_window{"trading.confirm_window", std::chrono::hours{24 * 10},
                                              "After shipping, when receipt is taken as confirmed"};
inline const Setting<Duration> confirm_extension{"trading.confirm_extension", std::chrono::hours{24 * 5},
                                                 "By how much a buyer may put off that day, once"};

inline const Setting<Duration> confirm_after_dispute{"trading.confirm_after_dispute", std::chrono::hours{24 * 2},
                                                     "At least so long the buyer may still object after a refund came to nothing"};

enum class OrderState : std::uint8_t { placed, paid, shipped, delivered, completed, cancelled, refunding, refunded };
BOOST_DESCRIBE_ENUM(OrderState, placed, paid, shipped, delivered, completed, cancelled, refunding, refunded)

struct OrderMove {
    OrderState from{};
    OrderState to{};
};

// Every move an order may ever make; move_order() is the only way to make one and holds it to this.
inline constexpr std::array<OrderMove, 15> order_moves{{
    {OrderState::placed, OrderState::paid},           // the gateway's word, in time
    {OrderState::placed, OrderState::cancelled},      // the buyer changed their mind, or never paid
    {OrderState::paid, OrderState::shipped},          // the last parcel has left
    {OrderState::paid, OrderState::refunding},
    {OrderState::shipped, OrderState::delivered},     // the last parcel has arrived
    {OrderState::shipped, OrderState::completed},     // receipt confirmed, by word or by time
    {OrderState::shipped, OrderState::refunding},
    {OrderState::delivered, OrderState::completed},
    {OrderState::delivered, OrderState::refunding},
    {OrderState::completed, OrderState::refunding},   // within the after-sale window
    {OrderState::refunding, OrderState::refunded},    // the gateway has given the money back
    {OrderState::refunding, OrderState::paid},        // not refunded after all: back to where it stood
    {OrderState::refunding, OrderState::shipped},
    {OrderState::refunding, OrderState::delivered},
    {OrderState::refunding, OrderState::completed},
}};
constexpr bool may_move(OrderState from, OrderState to)
{
    for (const OrderMove& move : order_moves)
        if (move.from == from && move.to == to) return true;
    return false;
}

// When the shop gets the money: at payment, or when receipt is confirmed.
enum class Settlement : std::uint8_t { instant, escrow };
BOOST_DESCRIBE_ENUM(Settlement, instant, escrow)

// Where the parcel goes, as the buyer's address book said when the order was placed.
struct Destination {
    std::string receiver;
    std::string phone;
    std::string province;
    std::string city;
    std::string district;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Destination, (), (receiver, phone, province, city, district, detail))

// One line as it was sold. Amounts are of the whole line, not of one piece; paid = goods + shipping exactly.
struct SoldLine {
    SkuId sku;
    ProductId product;
    std::string title;
    std::string spec;
    MediaId picture;
    Money price;               // of one piece
    std::int64_t count = 0;
    Money goods;               // after every discount, without shipping
    Money shipping;            // its share
    Money paid;                // its share of the total
    Rate tax_rate;
    Money tax;                 // included in `goods`
    Rate commission;
    std::optional<NoteId> note;
};
BOOST_DESCRIBE_STRUCT(SoldLine, (), (sku, product, title, spec, picture, price, count, goods, shipping, paid, tax_rate, tax, commission, note))

struct OrderPapers {
    std::vector<SoldLine> lines;
    Destination destination;
    std::vector<PriceLine> price;   // sums to the order's total
};
BOOST_DESCRIBE_STRUCT(OrderPapers, (), (lines, destination, price))

struct Order {
    ShopId shop;
    OrderId id;
    UserId buyer;
    OrderState state{};
    Settlement settlement{};
    Money total;               // what the buyer pays, in fen
    Money fee;                 // what the platform keeps of it once it is settled
    PaymentId payment;         // none until paid
    RefundId refund;           // the latest request for one
    std::int64_t refunds = 0;  // how many there were
    Instant placed_at;
    Instant pay_by;
    Instant paid_at;
    Instant shipped_at;
    Instant delivered_at;
    Instant confirm_by;
    std::int64_t extensions = 0;
    Instant completed_at;
    Instant closed_at;         // cancelled or refunded
    std::int64_t version = 0;  // of the row; the guard of every change
    std::string papers;        // OrderPapers as JSON
};
BOOST_DESCRIBE_STRUCT(Order, (), (shop, id, buyer, state, settlement, total, fee, payment, refund, refunds, placed_at, pay_by, paid_at, shipped_at,
                                  delivered_at, confirm_by, extensions, completed_at, closed_at, version, papers))

OrderPapers papers_of(const Order&);
// The lines as news carries them.
std::vector<OrderLine> lines_of(const OrderPapers&);
// Whether the shop has the money of a paid order.
bool is_settled(const Order&);
// Where an order stands when a refund comes to nothing, told by what has happened to it.
OrderState standing(const Order&);

}  // namespace meadow::trading
