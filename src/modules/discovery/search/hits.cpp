#include "modules/discovery/search/hits.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/id.hpp"
#include "modules/discovery/search/understand.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t weighed_at_once = 40;   // hits that are weighed against one another

// Where a reader stands. The cursor says how many they have been shown, in which reading, and the least id that had not been made
// when they began.
struct Place {
    std::int64_t shown = 0, bound = INT64_MAX, reading = 0;
    bool first = true;

    static constexpr std::int64_t most_shown = 1 << 10;
    std::string text() const { return cursor_text({reading * most_shown + shown, bound}); }
};

std::optional<Place> place_of(const HitsAsked& asked)
{
    Place place;
    if (asked.cursor.value_or("").empty()) {
        if (asked.by_time) place.bound = compose_id(asked.now.ms() + 1, 0, 0);
        return place;
    }
    const auto cursor = parse_cursor(*asked.cursor);
    if (!cursor || cursor->first < 0) return {};
    return Place{cursor->first % Place::most_shown, cursor->second, cursor->first / Place::most_shown, false};
}

// What has been found so far, each once.
class Finding {
public:
    Finding(const lang::Snapshot& snapshot, const HitsAsked& asked, const Place& place, std::vector<std::int64_t> shown)
        : snapshot_(snapshot), asked_(asked), bound_(place.bound), out_(shown.begin(), shown.end())
    {
    }

    std::vector<lang::Hit> look(const lang::Query& query, bool every_wish, std::size_t limit)
    {
        auto hits = snapshot_.search(query, {limit, every_wish,
                                             [&](std::int64_t id) { return id < bound_ && !out_.count(id) && (!asked_.accept || asked_.accept(id)); },
                                             asked_.fade, asked_.newest && every_wish});
        for (const lang::Hit& hit : hits) out_.insert(hit.id);
        if (asked_.weigh && !asked_.newest) weigh(hits);
        return hits;
    }

private:
    // Only neighbours in the ranking change places, so that a page never depends on what lies far below it.
    void weigh(std::vector<lang::Hit>& hits) const
    {
        if (hits.size() > weighed_at_once) return;
        asked_.weigh(hits);
        std::stable_sort(hits.begin(), hits.end(), [](const lang::Hit& a, const lang::Hit& b) { return a.score > b.score; });
    }

    const lang::Snapshot& snapshot_;
    const HitsAsked& asked_;
    const std::int64_t bound_;
    std::unordered_set<std::int64_t> out_;
};

}  // namespace

Result<Hits> find_hits(const Book& book, const Wordbook& wordbook, Readings& readings, const HitsAsked& asked)
{
    const auto place = place_of(asked);
    if (!place) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    std::vector<std::int64_t> shown;
    std::int64_t skip = 0;
    if (!place->first) {
        if (auto known = readings.find(place->reading); known && std::int64_t(known->size()) == place->shown) shown = std::move(*known);
        else skip = place->shown;
    }

    Hits out;
    const auto words = wordbook.words();
    const auto snapshot = book.snapshot();
    out.query = understand(book.segmenter(), *words, asked.text, asked.names);
    Finding finding(*snapshot, asked, *place, shown);
    const std::size_t wanted = std::size_t(std::min(skip + asked.limit + 1, deepest_hit));
    const std::size_t pool = asked.weigh ? std::max(wanted, std::min(wanted * 2, weighed_at_once)) : wanted;
    auto hits = finding.look(out.query, true, pool);
    if (hits.empty() && shown.empty()) {
        out.corrected = correct(out.query, book.segmenter(), *words, *snapshot);
        if (out.corrected) hits = finding.look(out.query, true, pool);
    }
    const std::size_t exact = hits.size();
    if (exact < wanted && !asked.newest) {
        const auto more = finding.look(out.query, false, wanted - exact);
        hits.insert(hits.end(), more.begin(), more.end());
    }

    const std::size_t begin = std::size_t(std::min<std::int64_t>(skip, std::int64_t(hits.size())));
    const std::size_t end = std::min(hits.size(), begin + std::size_t(asked.limit));
    for (std::size_t i = begin; i < end; ++i) out.ids.push_back(hits[i].id);
    if (end > exact) out.relaxed_from = std::int64_t(std::max(exact, begin) - begin);
    if (hits.size() <= end || place->shown + asked.limit >= deepest_hit) return out;
    Place next{place->shown + std::int64_t(out.ids.size()), place->bound, 0, false};
    if (skip == 0) {
        shown.insert(shown.end(), out.ids.begin(), out.ids.end());
        next.reading = readings.keep(std::move(shown), asked.now.us & ((std::int64_t{1} << 52) - 1));
    }
    out.next = next.text();
    return out;
}

Matches find_matches(const Book& book, const Wordbook& wordbook, std::string_view text)
{
    Matches out;
    const auto words = wordbook.words();
    const auto snapshot = book.snapshot();
    out.query = understand(book.segmenter(), *words, text, false);
    const auto look = [&] {
        out.ids.clear();
        for (const lang::Hit& hit : snapshot->search(out.query, {.limit = lang::Snapshot::most_hits, .every_wish = true})) out.ids.push_back(hit.id);
        return !out.ids.empty();
    };
    if (look()) return out;
    out.corrected = correct(out.query, book.segmenter(), *words, *snapshot);
    if (out.corrected && look()) return out;
    out.relaxed = true;
    while (out.query.wishes.size() > 1) {   // without the rarest word, as long as there are others
        std::size_t rarest = 0, least = SIZE_MAX;
        for (std::size_t w = 0; w < out.query.wishes.size(); ++w) {
            lang::Query alone;
            alone.keys = out.query.keys;
            alone.wishes = {out.query.wishes[w]};
            const std::size_t found = snapshot->search(alone, {.limit = lang::Snapshot::most_hits, .every_wish = true, .newest = true}).size();
            if (found < least) rarest = w, least = found;
        }
        out.query = out.query.without(rarest);
        if (look()) break;
    }
    return out;
}

}  // namespace meadow::discovery
