#include "modules/discovery/honesty/decide_finding.hpp"

#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/events.hpp"

namespace meadow::discovery {

Done decide_finding(WriteCtx& ctx, const DecideFinding& in)
{
    const bool known = ctx.outside<Curator>().look([&](const engine::State& state) {
        return std::any_of(state.findings.begin(), state.findings.end(), [&](const auto& f) { return f.number == in.finding; });
    });
    if (!known) return refuse(not_found);
    ctx.tell(FindingDecided{in.finding, in.upheld, in.reason, ctx.who.user, ctx.now});
    return done();
}

}  // namespace meadow::discovery
