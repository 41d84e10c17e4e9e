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

std::string set_number(Policy& policy, std::string_view name, double value)
{
    const TypeInfo& type = describe<Policy>();
    const Member* member = type.find(name);
    if (member == nullptr || name == "version" || name == "effective_from") return "is no number of the policy";
    if (!std::isfinite(value) || value < 0 || value > 1e9) return "must be between 0 and 1000000000";
    if (name == "readers_share" && value > 1) return "must be at most 1";
    auto* room = reinterpret_cast<std::byte*>(&policy) + member->offset;
    if (member->type().shape == Shape::real) std::memcpy(room, &value, sizeof value);
    else if (value != std::floor(value)) return "must be whole";
    else store_integer(member->type(), room, std::int64_t(value));
    return {};
}

}  // namespace meadow::discovery::engine
