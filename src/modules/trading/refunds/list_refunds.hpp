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

// A refund in dispute, with what an operator must see to decide: who and what it is about.
struct Dispute {
    ShopId shop;
    std::string shop_name;
    RefundId id;
    OrderId order;
    std::optional<identity::PersonCard> buyer;   // absent when they have left
    std::vector<BuyerOrderLine> lines;
    OrderState state{};                          // of the order
    Instant placed_at;                           // the order
    Money amount;
    RefundReason reason{};
    std::string words;
    bool shipped = false;
    bool settled = false;
    std::string answer;
    Instant asked_at;
};
BOOST_DESCRIBE_STRUCT(Dispute, (), (shop, shop_name, id, order, buyer, lines, state, placed_at, amount, reason, words, shipped, settled, answer, asked_at))

// For its buyer and the shop's staff.
Result<Refund> show_refund(ReadCtx&, const OneRefund&);
// A shop's, newest first.
Result<Page<Refund>> list_refunds(ReadCtx&, const ListRefunds&);
// What operators must decide, the longest waiting first.
Result<Page<Dispute>> list_escalated(ReadCtx&, const ListEscalated&);

}  // namespace meadow::trading
