#include "modules/discovery/policies/set_policy.hpp"

#include "base/json.hpp"
#include "modules/discovery/events.hpp"
#include "modules/discovery/policies/store.hpp"
#include "modules/discovery/refusals.hpp"

namespace meadow::discovery {

namespace {

void change(std::vector<engine::PolicyNumber>& numbers, const std::string& name, double value)
{
    std::erase_if(numbers, [&](const engine::PolicyNumber& n) { return n.name == name; });
    numbers.push_back({name, value});
}

}  // namespace

Result<NewPolicy> set_policy(WriteCtx& ctx, const SetPolicy& in)
{
    const auto newest = store::newest_policies(ctx.tx, 1);
    PolicyRow row;
    row.version = 1;   // what the program ships with
    if (!newest.empty()) row = newest.front();
    ++row.version;
    row.effective_from = std::max(in.effective_from.value_or(ctx.now), ctx.now);
    row.reason = in.reason;
    row.set_by = ctx.who.user;
    row.set_at = ctx.now;
    change(row.numbers, "readers_share", 1);   // unless these changes are on trial themselves
    std::vector<FieldFault> faults;
    engine::Policy tried;
    for (std::size_t i = 0; i < in.changes.size(); ++i) {
        change(row.numbers, in.changes[i].name, in.changes[i].value);
        if (const std::string wrong = engine::set_number(tried, in.changes[i].name, in.changes[i].value); !wrong.empty())
            faults.push_back({"/changes/" + std::to_string(i), wrong});
    }
    if (!faults.empty()) return refuse(bad_input, "", std::move(faults));
    if (!store::insert_policy(ctx.tx, row)) return refuse(policy_taken);
    const PolicyDue due{row.version, row.effective_from, to_json(row.numbers)};
    if (row.effective_from > ctx.now) ctx.tell_at(row.effective_from, due);
    else ctx.tell(due);
    return NewPolicy{row.version};
}

}  // namespace meadow::discovery
