#pragma once
#include "base/bounded.hpp"
#include "jobs/context.hpp"
#include "modules/trading/sales/store.hpp"

namespace meadow::trading {

struct ShowSales {
    ShopId shop;
    Whole<1, 90> days = 30;    // the last of them is today
};
BOOST_DESCRIBE_STRUCT(ShowSales, (), (shop, days))

struct SalesDay {
    std::string day;           // "2030-11-11", in the zone of statements
    std::int64_t orders = 0;   // paid on that day
    Money sold;
    std::int64_t refunds = 0;  // given back on that day, whenever the order was placed
    Money returned;
};
BOOST_DESCRIBE_STRUCT(SalesDay, (), (day, orders, sold, refunds, returned))

struct Sales {
    std::vector<SalesDay> days;  // without gaps, oldest first
    store::Waiting waiting;      // for somebody of the shop, now
};
BOOST_DESCRIBE_STRUCT(Sales, (), (days, waiting))

// How a shop has sold lately and what waits for its staff (support).
Result<Sales> show_sales(ReadCtx&, const ShowSales&);

}  // namespace meadow::trading
