#include <algorithm>
#include <array>
#include <cmath>

#include "text/index.hpp"

namespace meadow::lang {
namespace {

constexpr float k1 = 1.2f, b = 0.75f;
constexpr std::size_t most_hits = 1000;

// A bigram repeats what the word it lies in already said, so it speaks half as loud; it decides where the dictionary is silent.
float loudness(TermKind kind)
{
    switch (kind) {
        case TermKind::word:
            return 1.0f;
        case TermKind::part:
            return 0.7f;
        case TermKind::bigram:
            return 0.5f;
    }
    return 0;
}

// The part of BM25 that depends on the document, for every length code at once.
class Saturation {
public:
    explicit Saturation(float average_length)
    {
        for (unsigned code = 0; code < slack_.size(); ++code)
            slack_[code] = k1 * (1 - b + b * Segment::decode_length(static_cast<std::uint8_t>(code)) / average_length);
    }

    float operator()(std::uint8_t weight, std::uint8_t length_code) const
    {
        const float w = weight;
        return w * (k1 + 1) / (w + slack_[length_code]);
    }
    float operator()(const Peak& peak) const { return (*this)(peak.weight, peak.length); }

private:
    std::array<float, 256> slack_;
};

// The best hits so far; the worst of them is the bar the next one must pass.
class Best {
public:
    explicit Best(std::size_t limit) : limit_(limit) { hits_.reserve(limit); }

    bool full() const { return hits_.size() == limit_; }
    float bar() const { return full() ? hits_.front().score : 0; }

    void offer(Hit hit)
    {
        if (full()) {
            std::pop_heap(hits_.begin(), hits_.end(), better);
            hits_.back() = hit;
        } else {
            hits_.push_back(hit);
        }
        std::push_heap(hits_.begin(), hits_.end(), better);
    }

    std::vector<Hit> in_order() &&
    {
        std::sort(hits_.begin(), hits_.end(), better);
        return std::move(hits_);
    }

private:
    static bool better(const Hit& a, const Hit& c) { return a.score != c.score ? a.score > c.score : a.id > c.id; }
    const std::size_t limit_;
    std::vector<Hit> hits_;
};

struct Lead {
    Cursor cursor;
    float gain;   // inverse document frequency times loudness
    float bound;  // the most this list can add to a score
};

// MaxScore over one segment. Lists are sorted by what they can add at most. The weak ones at the front, which together cannot lift
// a document over the bar, are only asked about documents that a strong one ("essential") brings up.
class Walk {
public:
    Walk(const SegmentView& view, std::vector<Lead>& leads, const Saturation& saturation, const Snapshot::Accept& accept,
         Best& best)
        : view_(view), leads_(leads), saturation_(saturation), accept_(accept), best_(best)
    {
        std::sort(leads_.begin(), leads_.end(), [](const Lead& x, const Lead& y) { return x.bound < y.bound; });
        float sum = 0;
        for (const Lead& lead : leads_) sums_.push_back(sum += lead.bound);
        raise_bar();
    }

    void run()
    {
        std::uint32_t window_end = 0;  // the essential lists' blocks have been looked at up to here
        bool window_known = false;
        while (essential_ < leads_.size()) {
            const std::uint32_t document = lowest();
            if (document == Cursor::end) return;
            if (!window_known || document > window_end) {
                if (!promising(window_end)) {
                    for (std::size_t i = essential_; i < leads_.size(); ++i) leads_[i].cursor.seek(window_end + 1);
                    window_known = false;
                    continue;
                }
                window_known = true;
            }
            if (judge(document)) window_known = false;
        }
    }

private:
    std::uint32_t lowest() const
    {
        std::uint32_t low = Cursor::end;
        for (std::size_t i = essential_; i < leads_.size(); ++i) low = std::min(low, leads_[i].cursor.document());
        return low;
    }

    // Can any document up to the first end of an essential list's block pass the bar? `window_end` becomes that end.
    bool promising(std::uint32_t& window_end) const
    {
        float most = essential_ > 0 ? sums_[essential_ - 1] : 0;
        window_end = Cursor::end;
        for (std::size_t i = essential_; i < leads_.size(); ++i) {
            const Cursor& cursor = leads_[i].cursor;
            if (cursor.document() == Cursor::end) continue;
            window_end = std::min(window_end, cursor.block_last());
            most += leads_[i].gain * saturation_(cursor.block_peak());
        }
        return !best_.full() || most > best_.bar();
    }

    // Scores the document the essential lists stand on and moves them on. True when the bar has risen.
    bool judge(std::uint32_t document)
    {
        const std::uint8_t length = view_.segment->length_code(document);
        float score = 0;
        for (std::size_t i = essential_; i < leads_.size(); ++i) {
            Cursor& cursor = leads_[i].cursor;
            if (cursor.document() != document) continue;
            score += leads_[i].gain * saturation_(cursor.weight(), length);
            cursor.next();
        }
        if (view_.graves && view_.graves->has(document)) return false;
        for (std::size_t i = essential_; i-- > 0;) {
            if (best_.full() && score + sums_[i] <= best_.bar()) return false;
            Cursor& cursor = leads_[i].cursor;
            cursor.seek(document);
            if (cursor.document() == document) score += leads_[i].gain * saturation_(cursor.weight(), length);
        }
        if (best_.full() && score <= best_.bar()) return false;
        const std::int64_t id = view_.segment->id(document);
        if (accept_ && !accept_(id)) return false;
        best_.offer({id, score});
        return raise_bar();
    }

    bool raise_bar()
    {
        if (!best_.full()) return false;
        while (essential_ < leads_.size() && sums_[essential_] <= best_.bar()) ++essential_;
        return true;
    }

    const SegmentView& view_;
    std::vector<Lead>& leads_;
    const Saturation& saturation_;
    const Snapshot::Accept& accept_;
    Best& best_;
    std::vector<float> sums_;    // of the bounds up to each list
    std::size_t essential_ = 0;  // the first essential list
};

}  // namespace

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

std::vector<Hit> Snapshot::search(const Segmented& query, std::size_t limit, const Accept& accept) const
{
    limit = std::min(limit, most_hits);
    if (limit == 0 || live_ == 0 || query.terms.empty()) return {};
    const Saturation saturation(average_length_);

    const std::size_t terms = query.terms.size();
    std::vector<const std::uint8_t*> lists(terms * segments_.size());
    std::vector<float> gains(terms);
    double documents = 0;
    for (const SegmentView& view : segments_) documents += static_cast<double>(view.segment->size());
    for (std::size_t t = 0; t < terms; ++t) {
        const std::uint64_t key = query.key_of(query.terms[t]);
        double holders = 0;
        for (std::size_t s = 0; s < segments_.size(); ++s) {
            const std::uint8_t* list = lists[s * terms + t] = segments_[s].segment->list(key);
            if (list != nullptr) holders += list_size(list);
        }
        gains[t] = loudness(query.terms[t].kind) * static_cast<float>(std::log(1 + (documents - holders + 0.5) / (holders + 0.5)));
    }

    Best best(limit);
    std::vector<Lead> leads;
    for (std::size_t s = 0; s < segments_.size(); ++s) {
        leads.clear();
        for (std::size_t t = 0; t < terms; ++t) {
            if (lists[s * terms + t] == nullptr) continue;
            Cursor cursor(lists[s * terms + t]);
            const float bound = gains[t] * saturation(cursor.peak());
            leads.push_back({cursor, gains[t], bound});
        }
        if (!leads.empty()) Walk(segments_[s], leads, saturation, accept, best).run();
    }
    return std::move(best).in_order();
}

}  // namespace meadow::lang
