#pragma once
#include <vector>

#include "jobs/context.hpp"

namespace meadow::operations {

struct SettingChange {
    Instant effective_from;
    std::string value;
    std::optional<UserId> set_by;   // absent: on the command line
    Instant set_at;
};
BOOST_DESCRIBE_STRUCT(SettingChange, (), (effective_from, value, set_by, set_at))

constexpr std::size_t changes_shown = 20;

// A number or switch that a rule needs.
struct SettingView {
    std::string name;               // "trading.pay_window"
    std::string about;
    std::string unit;               // "duration", "number", "fen", "per 10,000", "switch"
    std::string value;              // in force now
    std::string default_value;      // in force while nobody sets it
    std::vector<SettingChange> changes;  // by effective date, the latest first, at most changes_shown
};
BOOST_DESCRIBE_STRUCT(SettingView, (), (name, about, unit, value, default_value, changes))

struct SettingList {
    std::vector<SettingView> items;
};
BOOST_DESCRIBE_STRUCT(SettingList, (), (items))

// All there are, by name: as many as the program declares.
Result<SettingList> list_settings(ReadCtx&, const Nothing&);

}  // namespace meadow::operations
