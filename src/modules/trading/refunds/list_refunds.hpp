#pragma once
#include "base/page.hpp"
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

// For its buyer and the shop's staff.
Result<Refund> show_refund(ReadCtx&, const OneRefund&);
// A shop's, newest first.
Result<Page<Refund>> list_refunds(ReadCtx&, const ListRefunds&);
// What operators must decide, the longest waiting first.
Result<Page<Refund>> list_escalated(ReadCtx&, const ListEscalated&);

}  // namespace meadow::trading
