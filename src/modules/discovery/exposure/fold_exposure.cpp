#include "modules/discovery/exposure/fold_exposure.hpp"

#include <algorithm>
#include <tuple>

#include "jobs/setting_within.hpp"
#include "modules/discovery/diary/keep_diary.hpp"
#include "modules/discovery/exposure/store.hpp"

namespace meadow::discovery {
namespace {

using store::ExposureCursor;

constexpr std::int64_t read_at_once = 2'000;      // entries of the diary
constexpr std::size_t written_at_once = 500;      // rows
constexpr std::int64_t most_remembered = 32'000'000;   // bytes of pages, of one share of the readers: about as much again in memory

const SettingWithin<Duration> keep_aggregates{"discovery.keep_aggregates", a_day * 1096, a_day * 90, a_day * 3660,
                                              "How long daily sums of what was shown and answered are kept; they name no reader"};

ExposureCursor cursor_of(jobs::World& world)
{
    ExposureCursor cursor;
    jobs::read_now(world, {}, [&](ReadCtx& ctx) { cursor = store::exposure_cursor(ctx.tx); });
    return cursor;
}

bool is_over(std::int64_t day, Instant now) { return day_start(day + 1) + answers_within + untidiness <= now; }

// Calls `each(row)` for what stands in the diary after `from`, until that says false.
template <class Each>
void walk(jobs::World& world, store::Place from, Each each)
{
    for (;;) {
        const auto rows = diary_after(world, from, read_at_once);
        for (const store::EntryRow& row : rows)
            if (!each(row)) return;
        if (std::int64_t(rows.size()) < read_at_once) return;
        from = {rows.back().xid, rows.back().seq};
    }
}

// What a day is made from: where that stands in the diary, and how much it is.
struct Ground {
    store::Place until, next;                   // where it ends, and where the next day begins
    std::int64_t bytes = 0;                     // of pages
    bool today = false;                         // whether there is anything of this day
    std::optional<std::int64_t> later;          // a day with something after it, or the one before that
    store::Place open;                          // where the first day that is not over begins
};

std::int64_t open_day(Instant now) { return day_number(now - answers_within - untidiness); }   // the first that is not over
Instant ground_begins(std::int64_t day) { return day_start(day) - answers_within - untidiness; }

Ground ground_of(jobs::World& world, const ExposureCursor& cursor)
{
    Ground out;
    out.until = out.next = out.open = cursor.from;
    const Instant next = ground_begins(cursor.day + 1), open = ground_begins(open_day(world.clock.now()));
    DiaryClock clock;
    Instant newest;     // page
    walk(world, cursor.from, [&](const store::EntryRow& row) {
        if (const auto at = clock.when(row.kind, row.at)) {
            out.today = out.today || day_number(*at) == cursor.day;
            if (!out.later && day_number(*at) > cursor.day) out.later = day_number(*at - untidiness);
            if (row.kind != EntryKind::deed) {
                if (is_over(cursor.day, *at)) return false;
                newest = std::max(newest, *at);
                out.bytes += std::int64_t(row.body.size());
            }
        }
        out.until = {row.xid, row.seq};
        if (newest < next) out.next = out.until;
        if (newest < open) out.open = out.until;
        return true;
    });
    return out;
}

void begin_day(jobs::World& world, const ExposureCursor& cursor)
{
    db::wait_until_durable(world.lanes, db::Home::events);   // places there are remembered here
    const Ground ground = ground_of(world, cursor);
    ExposureCursor to = cursor;
    if (ground.today) {
        to.until = ground.until;
        to.next = ground.next;
        to.shares = 1 + ground.bytes / most_remembered;
    } else if (ground.later) {
        to.day = std::max(cursor.day + 1, *ground.later);
    } else {
        to.day = open_day(world.clock.now());
        to.from = ground.open;
    }
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) { return store::move_exposure_cursor(ctx.tx, cursor, to); });
}

// The rows from … to of what follows one another in `all`, `at` being where this part of it begins.
template <class Row>
std::vector<Row> part(const std::vector<Row>& rows, std::size_t at, std::size_t from, std::size_t to)
{
    const auto clamped = [&](std::size_t place) { return rows.begin() + std::ptrdiff_t(std::clamp(place, at, at + rows.size()) - at); };
    return {clamped(from), clamped(to)};
}

void add(db::Tx& tx, const DaySums& sums, std::size_t from, std::size_t to)
{
    if (const auto rows = part(sums.rows, 0, from, to); !rows.empty()) store::add_exposure(tx, rows);
    if (const auto rows = part(sums.readers, sums.rows.size(), from, to); !rows.empty()) store::add_readers(tx, rows);
    if (const auto rows = part(sums.notes, sums.rows.size() + sums.readers.size(), from, to); !rows.empty()) store::add_note_exposure(tx, rows);
}

ExposureCursor after_share(ExposureCursor cursor)
{
    cursor.written = 0;
    if (++cursor.share < cursor.shares) return cursor;
    return {cursor.day + 1, cursor.next, cursor.next, cursor.next};
}

void write_share(jobs::World& world, ExposureCursor cursor)
{
    DayFold fold(cursor.day, cursor.shares, cursor.share);
    walk(world, cursor.from, [&](const store::EntryRow& row) {
        if (std::tie(cursor.until.xid, cursor.until.seq) < std::tie(row.xid, row.seq)) return false;
        if (DiaryClock::counts(row.kind)) fold.add(telling_of(row.reader, row.at, row.kind, row.body));
        return true;
    });
    const DaySums sums = fold.sums();
    for (bool more = true; more;) {
        const auto from = std::size_t(cursor.written), end = std::min(from + written_at_once, sums.size());
        more = end < sums.size();
        ExposureCursor to = cursor;
        to.written = std::int64_t(end);
        if (!more) to = after_share(cursor);
        bool moved = false;
        jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) {
            moved = store::move_exposure_cursor(ctx.tx, cursor, to);
            if (moved) add(ctx.tx, sums, from, end);
            return moved;
        });
        more = more && moved;        // if not, another process wrote it
        cursor = to;
    }
}

}  // namespace

bool fold_exposure(jobs::World& world)
{
    const ExposureCursor cursor = cursor_of(world);
    if (!is_over(cursor.day, world.clock.now())) return false;
    if (cursor.shares == 0) begin_day(world, cursor);
    else write_share(world, cursor);
    return true;
}

store::Place folded_up_to(jobs::World& world) { return cursor_of(world).from; }

std::int64_t forget_old_exposure(jobs::World& world)
{
    const Instant now = world.clock.now();
    const std::int64_t before = day_number(now - keep_aggregates.at(*world.settings.now(), now));
    std::int64_t forgotten = 0;
    jobs::write_in_lane(world, {}, 0, [&](WriteCtx& ctx) { return (forgotten = store::forget_exposure(ctx.tx, before, written_at_once)) > 0; });
    return forgotten;
}

}  // namespace meadow::discovery
