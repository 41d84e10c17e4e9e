#pragma once
#include "jobs/context.hpp"
#include "modules/trading/order_filters/store.hpp"

namespace meadow::trading {

inline const Setting<std::int64_t> most_order_filters{"trading.most_order_filters", 20, "How many views of its orders a shop may keep"};

struct OrderFiltersOf {
    ShopId shop;
};
BOOST_DESCRIBE_STRUCT(OrderFiltersOf, (), (shop))
struct OrderFilters {
    std::vector<store::OrderFilter> items;
};
BOOST_DESCRIBE_STRUCT(OrderFilters, (), (items))

struct KeepOrderFilter {
    ShopId shop;
    Text<1, 30> name;
    Text<0, 200> query;
};
BOOST_DESCRIBE_STRUCT(KeepOrderFilter, (), (shop, name, query))

struct DropOrderFilter {
    ShopId shop;
    Text<1, 30> name;
};
BOOST_DESCRIBE_STRUCT(DropOrderFilter, (), (shop, name))

// The views of a shop's orders its staff share, by name. One of the same name takes the place of the one before.
Result<OrderFilters> list_order_filters(ReadCtx&, const OrderFiltersOf&);
Done keep_order_filter(WriteCtx&, const KeepOrderFilter&);
Done drop_order_filter(WriteCtx&, const DropOrderFilter&);

}  // namespace meadow::trading
