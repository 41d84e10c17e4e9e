#pragma once
#include "http/call.hpp"
#include "modules/trading/orders/list_orders.hpp"

namespace meadow::trading {

inline const Setting<std::int64_t> most_exported{"trading.most_exported", 20'000, "How many orders or ledger lines one CSV file holds"};

struct ExportOrders {
    ShopId shop;
    std::optional<OrderState> state;
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ExportOrders, (), (shop, state, from, until, cursor))

// A shop's orders as CSV, one row a line sold, newest order first, for its staff (support). One file is bounded: where there is
// more, the answer's X-Next-Cursor is the cursor of the next file.
Result<http::Content> export_orders(ReadCtx&, const ExportOrders&);

}  // namespace meadow::trading
