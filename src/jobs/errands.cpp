#include "jobs/errands.hpp"

#include <algorithm>

namespace meadow::jobs {
namespace {

const Who nobody;

Duration pause_after(std::int64_t attempts)
{
    const Duration pause = 2s * (std::int64_t{1} << std::min<std::int64_t>(2 * (attempts - 1), 12));
    return std::min<Duration>(pause, 1h);
}

}  // namespace

int Errands::run_due(World& world, int limit) const
{
    std::vector<Errand> due;
    read_now(world, nobody, [&](ReadCtx& ctx) { due = store::errands_due(ctx.tx, ctx.now, limit); });
    int taken = 0;
    for (const Errand& errand : due) {
        bool mine = false;
        write_in_lane(world, nobody, 0, [&](WriteCtx& ctx) {
            mine = store::claim_errand(ctx.tx, errand.id, errand.due, ctx.now + 2min);
            return mine;
        });
        if (!mine) continue;
        ++taken;
        run_one(world, errand);
    }
    return taken;
}

void Errands::run_one(World& world, const Errand& errand) const
{
    std::string error;
    try {
        if (errand.attempts >= max_attempts) throw std::runtime_error("its process ended each time it was tried");
        const auto run = runs_.find(errand.kind);
        if (run == runs_.end()) throw std::runtime_error("nobody runs errands of kind " + errand.kind);
        run->second(errand.body);
    } catch (const std::exception& broken) {
        error = broken.what();
    }
    write_in_lane(world, nobody, 0, [&](WriteCtx& ctx) {
        const std::int64_t attempts = errand.attempts + 1;
        if (error.empty()) store::finish_errand(ctx.tx, errand.id);
        else
            store::postpone_errand(ctx.tx, errand.id, error, ctx.now + pause_after(attempts),
                                   attempts < max_attempts ? "waiting" : "failed");
        return true;
    });
}

}  // namespace meadow::jobs
