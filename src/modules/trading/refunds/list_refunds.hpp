#pragma once
#include "base/page.hpp"
#include "modules/identity/identity.hpp"
#include "modules/trading/orders/buyer_orders.hpp"
#include "modules/trading/refunds/answer_refund.hpp"

namespace meadow::trading {

struct ListRefunds {
    ShopId shop;
    bool open = false;         // only those that wait for an answer
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListRefunds, (), (shop, open, cursor, limit))

struct ListEscalated {
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListEscalated, (), (cursor, limit))

// A refund with what whoever decides must see: who and what it is about, and what was said and shown.
struct RefundCase {
    ShopId shop;
    std::string shop_name;
    RefundId id;
    OrderId order;
    std::optional<identity::PersonCard> buyer;   // absent when they have left
    std::vector<BuyerOrderLine> lines;
    OrderState order_state{};
    Instant placed_at;                           // the order
    RefundCause cause{};
    RefundState state{};
    Money amount;
    RefundReason reason{};
    std::string words;
    std::vector<MediaId> pictures;
    bool shipped = false;
    bool settled = false;
    std::string answer;
    Instant asked_at;
    Instant answer_by;
};
BOOST_DESCRIBE_STRUCT(RefundCase, (), (shop, shop_name, id, order, buyer, lines, order_state, placed_at, cause, state, amount, reason, words, pictures,
                                       shipped, settled, answer, asked_at, answer_by))

// For its buyer and the shop's staff.
Result<Refund> show_refund(ReadCtx&, const OneRefund&);
// A shop's, newest first.
Result<Page<RefundCase>> list_refunds(ReadCtx&, const ListRefunds&);
// What operators must decide, the longest waiting first.
Result<Page<RefundCase>> list_escalated(ReadCtx&, const ListEscalated&);

}  // namespace meadow::trading
