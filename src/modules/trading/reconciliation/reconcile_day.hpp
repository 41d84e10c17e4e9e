#pragma once
#include "jobs/context.hpp"
#include "jobs/world.hpp"
#include "modules/trading/reconciliation/model.hpp"

namespace meadow::trading {

// An errand: fetches the gateway's statement of one day and compares.
struct DayToReconcile {
    static constexpr std::string_view errand = "trading.reconcile_day";
    Instant day;
};
BOOST_DESCRIBE_STRUCT(DayToReconcile, (), (day))

struct ReconcileDay {
    Text<10, 10> day;          // "2030-11-11"
};
BOOST_DESCRIBE_STRUCT(ReconcileDay, (), (day))

// An operator has a past day compared, anew if it was before.
Done reconcile_day(WriteCtx&, const ReconcileDay&);
// Sees to the day before, once: called every now and then.
void reconcile_yesterday(jobs::World&);
// Runs the errand.
void compare_day(jobs::World&, const DayToReconcile&);

}  // namespace meadow::trading
