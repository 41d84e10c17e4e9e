#include "modules/discovery/feeds/steps.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "modules/discovery/lists/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::discovery::steps {
namespace {

constexpr std::int64_t newest_of_a_cell = 200;

// How far back to look before looking further: most readers find a page within a day, nobody is left without one.
constexpr Duration reaches[] = {std::chrono::hours{24}, std::chrono::hours{24 * 8}, std::chrono::hours{24 * 64}};

void take(FeedWork& work, std::vector<store::Entry> entries)
{
    const bool more = std::int64_t(entries.size()) > work.limit;
    if (more) entries.resize(std::size_t(work.limit));
    work.candidates.reserve(entries.size());
    for (const store::Entry& entry : entries) work.candidates.push_back({entry.note, entry.author, entry.published_at});
    if (more) work.next = Cursor{entries.back().published_at.us, entries.back().note.value};
}

}  // namespace

void recall_list(FeedWork& work) { take(work, store::entries(work.ctx.tx, work.lists.front(), work.after, work.limit + 1)); }

void recall_merged(FeedWork& work)
{
    const Instant newest = std::min(work.ctx.now, Instant{work.after.first});
    std::vector<store::Entry> entries;
    for (const Duration reach : reaches) {
        entries = store::entries_of(work.ctx.tx, work.lists, work.after, newest - reach, work.limit + 1);
        if (std::int64_t(entries.size()) > work.limit) return take(work, std::move(entries));
    }
    take(work, store::entries_of(work.ctx.tx, work.lists, work.after, Instant{INT64_MIN}, work.limit + 1));
}

void recall_nearby(FeedWork& work)
{
    const Cursor after = work.after;  // metres and note of the last one shown
    for (int ring = 0; ring < int(std::size(rings)); ++ring) {
        if (after.first != INT64_MAX && double(after.first) > rings[ring]) continue;
        work.candidates.clear();
        for (const CellId cell : cells_around(*work.from, ring)) {
            for (const store::Spot& spot : store::spots(work.ctx.tx, cell, newest_of_a_cell)) {
                const double metres = metres_between(*work.from, {spot.latitude, spot.longitude});
                const auto rounded = std::int64_t(std::llround(metres));
                const bool shown = after.first != INT64_MAX && std::pair(rounded, spot.note.value) <= std::pair(after.first, after.second);
                if (metres <= rings[ring] && !shown) work.candidates.push_back({spot.note, spot.author, spot.published_at, rounded});
            }
        }
        if (std::int64_t(work.candidates.size()) > work.limit) return;
    }
}

void filter_blocked(FeedWork& work)
{
    if (!work.ctx.who.signed_in() || work.candidates.empty()) return;
    std::vector<UserId> authors;
    for (const Candidate& candidate : work.candidates) authors.push_back(candidate.author);
    std::sort(authors.begin(), authors.end());
    authors.erase(std::unique(authors.begin(), authors.end()), authors.end());
    const auto blocked = identity::blocked_with(work.ctx.tx, work.ctx.who.user, authors);
    std::erase_if(work.candidates, [&](const Candidate& c) { return std::find(blocked.begin(), blocked.end(), c.author) != blocked.end(); });
}

void nearest_first(FeedWork& work)
{
    auto& all = work.candidates;
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return std::pair(a.metres, a.note) < std::pair(b.metres, b.note); });
    if (std::int64_t(all.size()) <= work.limit) return;
    all.resize(std::size_t(work.limit));
    work.next = Cursor{all.back().metres, all.back().note.value};
}

void best_first(FeedWork& work)
{
    std::sort(work.candidates.begin(), work.candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : std::pair(a.published_at, a.note) > std::pair(b.published_at, b.note);
    });
}

void others_first(FeedWork& work)
{
    std::stable_partition(work.candidates.begin(), work.candidates.end(), [&](const Candidate& c) { return c.author != work.author_read; });
    if (std::int64_t(work.candidates.size()) > work.limit) work.candidates.resize(std::size_t(work.limit));
}

}  // namespace meadow::discovery::steps
