#include "modules/discovery/engine/policy.hpp"

#include <cmath>
#include <cstring>

namespace meadow::discovery::engine {

Policy policy_with(std::int64_t version, Instant effective_from, const std::vector<PolicyNumber>& changed)
{
    Policy policy;
    policy.version = version;
    policy.effective_from = effective_from;
    for (const PolicyNumber& number : changed) (void)set_number(policy, number.name, number.value);
    return policy;
}

namespace {

// The record's own name and moment are not numbers to be turned.
bool is_number(std::string_view name) { return name != "version" && name != "effective_from"; }

}  // namespace

std::vector<PolicyNumber> numbers_of(const Policy& policy)
{
    std::vector<PolicyNumber> out;
    for (const Member& member : describe<Policy>().members) {
        if (!is_number(member.name)) continue;
        const auto* at = reinterpret_cast<const std::byte*>(&policy) + member.offset;
        double value = 0;
        if (member.type().shape == Shape::real) std::memcpy(&value, at, sizeof value);
        else value = double(load_integer(member.type(), at));
        out.push_back({member.name, value});
    }
    return out;
}

std::string set_number(Policy& policy, std::string_view name, double value)
{
    const TypeInfo& type = describe<Policy>();
    const Member* member = type.find(name);
    if (member == nullptr || !is_number(name)) return "is no number of the policy";
    if (!std::isfinite(value) || value < 0 || value > 1e9) return "must be between 0 and 1000000000";
    if (name == "readers_share" && value > 1) return "must be at most 1";
    auto* room = reinterpret_cast<std::byte*>(&policy) + member->offset;
    if (member->type().shape == Shape::real) std::memcpy(room, &value, sizeof value);
    else if (value != std::floor(value)) return "must be whole";
    else store_integer(member->type(), room, std::int64_t(value));
    return {};
}

}  // namespace meadow::discovery::engine
