#include "modules/discovery/diary/tell_shown.hpp"

#include <map>

#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/events.hpp"

namespace meadow::discovery {
namespace {

constexpr std::int64_t piece = 1'000;              // entries
constexpr std::size_t notes_at_once = 200;         // in one piece of news

std::map<NoteId, std::int64_t> shown_in(const std::vector<store::EntryRow>& rows)
{
    std::map<NoteId, std::int64_t> times;
    for (const store::EntryRow& row : rows) {
        if (row.kind != EntryKind::page && row.kind != EntryKind::guests) continue;
        const Telling told = telling_of(row.reader, row.at, row.kind, row.body);
        if (const auto* const page = std::get_if<PageEntry>(&told.body))
            for (const engine::Placed& placed : page->notes) ++times[placed.note];
        if (const auto* const guests = std::get_if<GuestsEntry>(&told.body))
            for (const GuestLine& line : guests->notes) times[line.note] += line.times;
    }
    return times;
}

}  // namespace

std::int64_t tell_shown(jobs::World& world)
{
    store::Place from;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { from = store::shown_cursor(ctx.tx); });
    const auto rows = diary_after(world, from, piece);
    if (rows.empty()) return 0;
    const auto times = shown_in(rows);
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
        if (!store::move_shown_cursor(ctx.tx, from, {rows.back().xid, rows.back().seq})) return false;   // another process told them
        NotesShown news;
        for (const auto& [note, count] : times) {
            news.notes.push_back({note, count});
            if (news.notes.size() < notes_at_once) continue;
            ctx.tell(news);
            news.notes.clear();
        }
        if (!news.notes.empty()) ctx.tell(news);
        return true;
    });
    return std::int64_t(rows.size());
}

}  // namespace meadow::discovery
