#include "modules/discovery/policies/list_policies.hpp"

#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/policies/store.hpp"

namespace meadow::discovery {

Result<Policies> list_policies(ReadCtx& ctx, const Nothing&)
{
    Policies out;
    out.shipped = engine::numbers_of(engine::Policy{});
    for (const PolicyRow& row : store::newest_policies(ctx.tx, 15)) {
        const engine::Policy policy = engine::policy_with(row.version, row.effective_from, row.numbers);
        out.items.push_back({row.version, row.effective_from, row.reason, policy.readers_share, row.numbers, {}});
    }
    if (out.items.empty() || out.items.back().version == 2) out.items.push_back({1, {}, "", 1, {}, {}});
    ctx.outside<Curator>().look([&](const engine::State& state) {
        out.in_force = state.policy.version;
        if (state.other.readers_share < 1) out.on_trial = state.other.version;
        for (PolicyView& view : out.items) {
            const auto found = std::find_if(state.records.begin(), state.records.end(), [&](const auto& r) { return r.version() == view.version; });
            if (found != state.records.end()) view.outcome = found->outcome();
        }
        return true;
    });
    return out;
}

}  // namespace meadow::discovery
