#include "modules/discovery/diary/rebuild_engine.hpp"

#include "modules/discovery/diary/read_ahead.hpp"

namespace meadow::discovery {

Rebuilt rebuild_engine(jobs::World& world, std::int64_t stop_after)
{
    constexpr std::int64_t piece = 5'000;
    engine::Engine engine;
    Rebuilt out;
    read_ahead(world, {}, piece, [&](const std::vector<Told>& entries) {
        for (const Told& entry : entries) {
            tell(engine, entry.telling);
            if (++out.entries == stop_after) engine = engine::Engine::from_snapshot(engine.snapshot());
        }
    });
    out.notes = std::int64_t(engine.state().notes.size());
    out.readers = std::int64_t(engine.state().readers.size());
    out.bytes = engine.snapshot();
    return out;
}

}  // namespace meadow::discovery
