#include <algorithm>
#include <cmath>

#include "text/index.hpp"
#include "text/scoring.hpp"

namespace meadow::lang {

Snapshot::Snapshot(std::vector<SegmentView> segments) : segments_(std::move(segments))
{
    double length = 0;
    std::size_t all = 0;
    for (const SegmentView& view : segments_) {
        live_ += view.live();
        all += view.segment->size();
        length += view.segment->total_length();
    }
    if (all > 0 && length > 0) average_length_ = static_cast<float>(length / static_cast<double>(all));
    // Newest first: the bar rises early, and older documents must beat newer equals.
    std::sort(segments_.begin(), segments_.end(),
              [](const SegmentView& x, const SegmentView& y) { return x.segment->id(0) > y.segment->id(0); });
}

std::size_t Snapshot::bytes() const
{
    std::size_t sum = 0;
    for (const SegmentView& view : segments_) sum += view.segment->bytes() + (view.graves ? view.graves->bytes() : 0);
    return sum;
}

std::size_t Snapshot::holders(std::uint64_t term) const
{
    std::size_t sum = 0;
    for (const SegmentView& view : segments_) {
        const std::uint8_t* const list = view.segment->list(term);
        if (list == nullptr) continue;
        if (!view.graves) {
            sum += list_size(list);
            continue;
        }
        for (Cursor cursor(list); cursor.document() != Cursor::end; cursor.next()) sum += view.graves->has(cursor.document()) ? 0 : 1;
    }
    return sum;
}

std::vector<Hit> Snapshot::search(const Query& query, const Search& how) const
{
    const std::size_t limit = std::min(how.limit, most_hits);
    if (limit == 0 || live_ == 0 || query.empty()) return {};
    if (how.every_wish && query.wishes.empty()) return {};
    const Saturation saturation(average_length_);

    const std::size_t keys = query.keys.size();
    std::vector<const std::uint8_t*> lists(keys * segments_.size());
    std::vector<float> gains(keys);
    double documents = 0;
    for (const SegmentView& view : segments_) documents += static_cast<double>(view.segment->size());
    for (std::size_t k = 0; k < keys; ++k) {
        double holders = 0;
        for (std::size_t s = 0; s < segments_.size(); ++s) {
            const std::uint8_t* list = lists[s * keys + k] = segments_[s].segment->list(query.keys[k].term);
            if (list != nullptr) holders += list_size(list);
        }
        gains[k] = query.keys[k].loudness * static_cast<float>(std::log(1 + (documents - holders + 0.5) / (holders + 0.5)));
    }

    const Scorer scorer(query, std::move(gains), saturation, how.fade);
    Best best(limit);
    std::vector<Hit> newest;
    std::vector<Lead> leads;
    for (std::size_t s = 0; s < segments_.size(); ++s) {
        leads.clear();
        for (std::size_t k = 0; k < keys; ++k) {
            if (lists[s * keys + k] == nullptr) continue;
            if (scorer.reach(k) > 0) leads.push_back({Cursor(lists[s * keys + k]), static_cast<std::uint32_t>(k)});
        }
        if (how.every_wish && how.newest) {
            const auto found = newest_of_every(segments_[s], leads, scorer, how.accept, limit);
            newest.insert(newest.end(), found.begin(), found.end());
        } else {
            walk(segments_[s], leads, scorer, how.accept, best, how.every_wish);
        }
    }
    if (how.newest) {
        std::sort(newest.begin(), newest.end(), [](const Hit& a, const Hit& b) { return a.id > b.id; });
        newest.resize(std::min(newest.size(), limit));
        return newest;
    }
    return std::move(best).in_order();
}

}  // namespace meadow::lang
