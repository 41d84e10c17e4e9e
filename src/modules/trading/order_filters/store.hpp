// trading_order_filters (home: the shop).
#pragma once
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::trading::store {

struct OrderFilter {
    std::string name;
    std::string query;     // what the page's address says; only the page reads it
    UserId by;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(OrderFilter, (), (name, query, by, at))

// By name.
std::vector<OrderFilter> order_filters(db::ReadTx&, ShopId);
// False when the shop has `most` already and none of this name.
bool put_order_filter(db::Tx&, ShopId, const OrderFilter&, std::int64_t most);
bool delete_order_filter(db::Tx&, ShopId, std::string_view name);

}  // namespace meadow::trading::store
