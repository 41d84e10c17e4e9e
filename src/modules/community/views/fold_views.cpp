#include "modules/community/views/fold_views.hpp"

#include <map>

#include "modules/community/notes/store.hpp"
#include "modules/community/views/store.hpp"

namespace meadow::community {
namespace {

constexpr std::int64_t piece = 10'000;

struct Delta {
    std::int64_t views = 0;
    std::int64_t reads = 0;
};

// Views are a file of their own on SQLite, which costs nothing to open; on PostgreSQL they lie beside the rest.
std::vector<store::ViewRow> read_views(jobs::World& world, ViewPlace after)
{
    std::vector<store::ViewRow> rows;
    const jobs::Horizon horizon = jobs::horizon(world);
    if (world.database.engine() == db::Engine::postgres) {
        jobs::read_now(world, {}, [&](ReadCtx& ctx) { rows = store::views_after(ctx.tx, after, horizon, piece); });
        return rows;
    }
    const auto connection = world.database.open_reader(db::Home::events);
    connection->begin_read();
    db::ReadTx tx(*connection);
    rows = store::views_after(tx, after, horizon, piece);
    connection->commit();
    return rows;
}

ViewPlace counted(jobs::World& world)
{
    ViewPlace place;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { place = store::view_cursor(ctx.tx); });
    return place;
}

}  // namespace

std::int64_t fold_views(jobs::World& world)
{
    const ViewPlace from = counted(world);
    const auto rows = read_views(world, from);
    if (rows.empty()) return 0;
    std::map<std::pair<UserId, NoteId>, Delta> deltas;   // sorted, so that two processes lock in one order
    for (const auto& row : rows) {
        Delta& delta = deltas[{row.author, row.note}];
        ++delta.views;
        delta.reads += row.finished ? 1 : 0;
    }
    const ViewPlace to = rows.back().place;
    db::wait_until_durable(world.lanes, db::Home::events);
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        if (!store::move_view_cursor(ctx.tx, from, to)) return false;   // another process counted them
        for (const auto& [note, delta] : deltas) store::count_views(ctx.tx, note.first, note.second, delta.views, delta.reads);
        return true;
    });
    return std::int64_t(rows.size());
}

std::int64_t forget_old_views(jobs::World& world)
{
    const ViewPlace place = counted(world);
    const Instant before = world.clock.now() - keep_views.at(*world.settings.now(), world.clock.now());
    std::int64_t forgotten = 0;
    db::run_and_wait(world.lanes, db::Home::events, 0, [&](db::Tx& tx) { return (forgotten = store::forget_views(tx, place, before, piece)) > 0; });
    return forgotten;
}

}  // namespace meadow::community
