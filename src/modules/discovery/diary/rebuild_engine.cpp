#include "modules/discovery/diary/rebuild_engine.hpp"

#include "modules/discovery/diary/keep_diary.hpp"

namespace meadow::discovery {

Rebuilt rebuild_engine(jobs::World& world, std::int64_t stop_after)
{
    constexpr std::int64_t piece = 5'000;
    engine::Engine engine;
    Rebuilt out;
    store::Place place;
    for (;;) {
        const auto rows = diary_after(world, place, piece);
        for (const auto& row : rows) {
            tell(engine, {row.reader, row.key, row.at, row.kind, row.body});
            if (++out.entries == stop_after) engine = engine::Engine::from_snapshot(engine.snapshot());
        }
        if (std::int64_t(rows.size()) < piece) break;
        place = {rows.back().xid, rows.back().seq};
    }
    out.notes = std::int64_t(engine.state().notes.size());
    out.readers = std::int64_t(engine.state().readers.size());
    out.bytes = engine.snapshot();
    return out;
}

}  // namespace meadow::discovery
