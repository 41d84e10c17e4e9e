#include "text/segment.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

namespace meadow::lang {

namespace {

// By term, then by document. Terms are hashes and lie evenly, so their first bits part them into piles that fit the nearest memory.
std::vector<Occurrence> in_order(const std::vector<Occurrence>& all)
{
    constexpr unsigned bits = 10;
    const auto pile = [](const Occurrence& o) { return static_cast<std::size_t>(o.term >> (64 - bits)); };
    std::array<std::size_t, (1u << bits) + 1> begins{};
    for (const Occurrence& o : all) ++begins[pile(o) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<Occurrence> out(all.size());
    auto next = begins;
    for (const Occurrence& o : all) out[next[pile(o)]++] = o;
    for (std::size_t p = 0; p + 1 < begins.size(); ++p)
        std::sort(out.begin() + static_cast<std::ptrdiff_t>(begins[p]), out.begin() + static_cast<std::ptrdiff_t>(begins[p + 1]),
                  [](const Occurrence& a, const Occurrence& b) { return a.term != b.term ? a.term < b.term : a.document < b.document; });
    return out;
}

}  // namespace

std::size_t SegmentView::live() const { return segment->size() - (graves ? graves->count() : 0); }

std::uint8_t Segment::encode_length(std::uint32_t length)
{
    return static_cast<std::uint8_t>(std::min(255L, std::lround(16 * std::log2(1.0 + length))));
}

float Segment::decode_length(std::uint8_t code)
{
    static const auto lengths = [] {   // every query asks for all of them
        std::array<float, 256> out{};
        for (std::size_t c = 0; c < out.size(); ++c) out[c] = static_cast<float>(std::exp2(static_cast<double>(c) / 16.0) - 1);
        return out;
    }();
    return lengths[code];
}

std::shared_ptr<const Segment> Segment::freeze(std::span<const CollectedDocument> documents, std::vector<Occurrence> occurrences)
{
    auto out = std::make_shared<Segment>();
    std::vector<std::uint32_t> order;
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
        if (!documents[d].removed) order.push_back(d);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return documents[a].id > documents[b].id; });
    std::vector<std::uint32_t> place(documents.size(), Cursor::end);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        out->ids_.push_back(documents[order[i]].id);
        out->lengths_.push_back(encode_length(documents[order[i]].length));
        out->total_length_ += documents[order[i]].length;
    }
    for (Occurrence& o : occurrences) o.document = place[o.document];
    std::erase_if(occurrences, [](const Occurrence& o) { return o.document == Cursor::end; });
    occurrences = in_order(occurrences);

    std::vector<Posting> list;
    for (std::size_t at = 0; at < occurrences.size();) {
        const std::uint64_t term = occurrences[at].term;
        list.clear();
        while (at < occurrences.size() && occurrences[at].term == term) {
            const std::uint32_t document = occurrences[at].document;
            std::uint32_t weight = 0;
            for (; at < occurrences.size() && occurrences[at].term == term && occurrences[at].document == document; ++at)
                weight = std::min(255u, weight + occurrences[at].weight);
            list.push_back({document, static_cast<std::uint8_t>(weight)});
        }
        out->terms_.push_back(term);
        out->starts_.push_back(static_cast<std::uint32_t>(out->lists_.size()));
        append_list(out->lists_, list, out->lengths_);
    }
    out->lists_.shrink_to_fit();
    out->finish();
    return out;
}

std::shared_ptr<const Segment> Segment::merge(std::span<const SegmentView> several)
{
    // The newest first: lists of segments that follow one another in time are then in order when they are put together.
    std::vector<SegmentView> sources(several.begin(), several.end());
    std::sort(sources.begin(), sources.end(), [](const SegmentView& a, const SegmentView& b) { return a.segment->id(0) > b.segment->id(0); });
    auto out = std::make_shared<Segment>();
    struct Place {
        std::uint32_t source, document;
        std::int64_t id;
    };
    std::vector<Place> order;
    for (std::uint32_t s = 0; s < sources.size(); ++s) {
        for (std::uint32_t d = 0; d < sources[s].segment->size(); ++d) {
            if (!sources[s].graves || !sources[s].graves->has(d)) order.push_back({s, d, sources[s].segment->id(d)});
        }
    }
    std::sort(order.begin(), order.end(), [](const Place& a, const Place& b) { return a.id > b.id; });
    std::vector<std::vector<std::uint32_t>> place(sources.size());
    for (std::size_t s = 0; s < sources.size(); ++s) place[s].assign(sources[s].segment->size(), Cursor::end);
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        const Segment& from = *sources[order[i].source].segment;
        place[order[i].source][order[i].document] = i;
        out->ids_.push_back(order[i].id);
        out->lengths_.push_back(from.lengths_[order[i].document]);
        out->total_length_ += static_cast<double>(decode_length(from.lengths_[order[i].document]));
    }

    // Room for the worst case at once: what is not used of it is never touched, and nothing is copied while it grows.
    std::size_t most_bytes = 0, most_terms = 0;
    for (const SegmentView& source : sources) {
        most_bytes += source.segment->lists_.size();
        most_terms += source.segment->terms_.size();
    }
    out->lists_.reserve(most_bytes + most_bytes / 8);
    out->terms_.reserve(most_terms);
    out->starts_.reserve(most_terms);

    std::vector<std::size_t> at(sources.size(), 0);
    std::vector<Posting> list;
    for (;;) {
        std::uint64_t term = UINT64_MAX;
        bool any = false;
        for (std::size_t s = 0; s < sources.size(); ++s) {
            const auto& terms = sources[s].segment->terms_;
            if (at[s] < terms.size() && (!any || terms[at[s]] < term)) {
                term = terms[at[s]];
                any = true;
            }
        }
        if (!any) break;
        list.clear();
        for (std::size_t s = 0; s < sources.size(); ++s) {
            const Segment& from = *sources[s].segment;
            if (at[s] == from.terms_.size() || from.terms_[at[s]] != term) continue;
            for (Cursor c(from.lists_.data() + from.starts_[at[s]]); c.document() != Cursor::end; c.next()) {
                if (const std::uint32_t to = place[s][c.document()]; to != Cursor::end) list.push_back({to, c.weight()});
            }
            ++at[s];
        }
        if (list.empty()) continue;
        const auto by_document = [](const Posting& a, const Posting& b) { return a.document < b.document; };
        if (!std::is_sorted(list.begin(), list.end(), by_document)) std::sort(list.begin(), list.end(), by_document);
        out->terms_.push_back(term);
        out->starts_.push_back(static_cast<std::uint32_t>(out->lists_.size()));
        append_list(out->lists_, list, out->lengths_);
    }
    out->finish();
    return out;
}

void Segment::finish()
{
    assert(lists_.size() < UINT32_MAX);
    terms_.shrink_to_fit();   // segments share many terms, so there may be far fewer than there was room for
    starts_.shrink_to_fit();
}

std::optional<std::uint32_t> Segment::find(std::int64_t id) const
{
    if (ids_.empty() || id > ids_.front() || id < ids_.back()) return {};
    const auto it = std::lower_bound(ids_.begin(), ids_.end(), id, std::greater<>());
    if (it == ids_.end() || *it != id) return {};
    return static_cast<std::uint32_t>(it - ids_.begin());
}

const std::uint8_t* Segment::list(std::uint64_t term) const
{
    // Terms are hashes and lie evenly, so where one lies can be guessed: among a million to within some five hundred places, and from what
    // stands there to within some twenty. Halving would wait for memory three times as often.
    if (terms_.empty()) return nullptr;
    const auto count = static_cast<std::int64_t>(terms_.size());
    const auto places = [count](std::uint64_t distance) { return static_cast<std::int64_t>(static_cast<unsigned __int128>(distance) * static_cast<std::uint64_t>(count) >> 64); };
    const auto at = [this](std::int64_t place) { return terms_[static_cast<std::size_t>(place)]; };
    std::int64_t guess = places(term);
    for (int look = 0; look < 2; ++look)
        guess = std::clamp<std::int64_t>(at(guess) <= term ? guess + places(term - at(guess)) : guess - places(at(guess) - term), 0, count - 1);
    std::int64_t low = guess, high = guess;   // widened until everything before `low` is less and everything from `high` on greater
    for (std::int64_t step = 8; low > 0 && at(low) >= term; step *= 2) low = std::max<std::int64_t>(0, low - step);
    for (std::int64_t step = 8; high < count && at(high) <= term; step *= 2) high = std::min(count, high + step);
    const auto end = terms_.begin() + high, it = std::lower_bound(terms_.begin() + low, end, term);
    if (it == end || *it != term) return nullptr;
    return lists_.data() + starts_[static_cast<std::size_t>(it - terms_.begin())];
}

std::size_t Segment::bytes() const
{
    return ids_.size() * (sizeof(std::int64_t) + 1) + terms_.size() * (sizeof(std::uint64_t) + sizeof(std::uint32_t)) +
           lists_.size();
}

}  // namespace meadow::lang
