// An auditor who trusts nobody: it reads the tables with statements of its own and calls none of the product's verbs, models or sums.
// Every rule selects what contradicts it, so a sound town answers nothing. What the rules know of a table is what its schema says.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "db/tx.hpp"

namespace meadow::audit {

// When a rule must hold. Each moment includes the ones before it.
enum class Moment : std::uint8_t {
    always,    // in every snapshot, also the one a killed process has left
    settled,   // once all news has been heard and all errands that were due are done
    ended,     // once everything has run its course: all windows are over, all parcels have arrived
};

struct Rule {
    Moment from;
    db::Sql contradictions;   // one column: what is wrong, in words
};

extern const std::span<const Rule> money_rules, order_rules, payment_rules, stock_rules, parcel_rules, community_rules, creator_rules,
    catalog_rules, news_rules;

// What is wrong, each as "rule: which row". Empty: all is well. Reads one snapshot of the main store.
std::vector<std::string> audit(db::Database&, Moment);
// The same of one rule.
std::vector<std::string> audit(db::Database&, std::string_view rule);
// The same in a transaction that is open already.
std::vector<std::string> audit(db::ReadTx, std::string_view rule);
std::vector<std::string_view> rule_names();

}  // namespace meadow::audit
