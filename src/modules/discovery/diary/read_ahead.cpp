#include "modules/discovery/diary/read_ahead.hpp"

#include "jobs/beside.hpp"
#include "modules/discovery/diary/keep_diary.hpp"

namespace meadow::discovery {
namespace {

std::vector<Told> piece_after(jobs::World& world, store::Place place, std::int64_t most)
{
    std::vector<Told> out;
    for (const store::EntryRow& row : diary_after(world, place, most))
        out.push_back({telling_of(row.reader, row.at, row.kind, row.body), {row.xid, row.seq}});
    return out;
}

}  // namespace

void read_ahead(jobs::World& world, store::Place after, std::int64_t piece, const std::function<void(const std::vector<Told>&)>& use)
{
    std::vector<Told> now = piece_after(world, after, piece);
    while (std::int64_t(now.size()) == piece) {
        std::vector<Told> next;
        jobs::Beside reading([&] { next = piece_after(world, now.back().place, piece); });
        use(now);
        reading.wait();
        now = std::move(next);
    }
    if (!now.empty()) use(now);
}

}  // namespace meadow::discovery
