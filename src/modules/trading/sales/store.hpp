#pragma once
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "base/money.hpp"
#include "db/tx.hpp"

namespace meadow::trading::store {

// Days are counted from 1970-01-01, in a zone that runs `zone` ahead of UTC.
struct DaySum {
    std::int64_t day = 0;
    std::int64_t count = 0;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(DaySum, (), (day, count, amount))

// Orders paid since `from`, by day; of those with this id or a later one.
std::vector<DaySum> sold_by_day(db::ReadTx&, ShopId, std::int64_t first_order, Instant from, Duration zone);
// Money given back since `from`, by day.
std::vector<DaySum> returned_by_day(db::ReadTx&, ShopId, Instant from, Duration zone);

struct Waiting {
    std::int64_t to_ship = 0;
    std::int64_t refunds_asked = 0;
    std::int64_t refunds_escalated = 0;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (to_ship, refunds_asked, refunds_escalated))
Waiting count_waiting(db::ReadTx&, ShopId);

}  // namespace meadow::trading::store
