#include "text/scoring.hpp"

namespace meadow::lang {
namespace {

// MaxScore over one segment. Lists are sorted by what they can add at most, those that are nobody's wish before all others. The weak ones
// at the front, which together cannot lift a document over the bar, are only asked about documents that a strong one ("essential") brings
// up. Documents come newest first, so that from each on nothing fades less.
class Walk {
public:
    Walk(const SegmentView& view, std::vector<Lead>& leads, const Scorer& scorer, const Accept& accept, Best& best)
        : view_(view), leads_(leads), scorer_(scorer), accept_(accept), best_(best)
    {
        const Query::Keys wished = scorer_.query().wished();
        const auto beside = [&](const Lead& lead) { return wished != 0 && (wished >> lead.key & 1) == 0; };
        std::sort(leads_.begin(), leads_.end(), [&](const Lead& x, const Lead& y) { return beside(x) != beside(y) ? beside(x) : x.bound < y.bound; });
        essential_ = static_cast<std::size_t>(std::count_if(leads_.begin(), leads_.end(), beside));
        float sum = 0;
        for (const Lead& lead : leads_) sums_.push_back(sum += lead.bound);
        fresh_ = rounding * scorer_.fade()(view_.segment->id(0));
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
                fresh_ = rounding * scorer_.fade()(view_.segment->id(document));
                if (raise_bar()) continue;
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
            most += scorer_.most(leads_[i].key, scorer_.saturation()(cursor.block_peak()));
        }
        return best_.passes(most * fresh_);
    }

    // Scores the document the essential lists stand on and moves them on. True when the bar has risen.
    bool judge(std::uint32_t document)
    {
        const std::uint8_t length = view_.segment->length_code(document);
        float most = 0;
        Query::Keys there = 0;
        const auto count = [&](const Lead& lead) {
            const float saturated = scorer_.saturation()(lead.cursor.weight(), length);
            contributions_[lead.key] = scorer_.gain(lead.key) * saturated;
            there |= Query::Keys{1} << lead.key;
            most += scorer_.most(lead.key, saturated);
        };
        for (std::size_t i = essential_; i < leads_.size(); ++i) {
            if (leads_[i].cursor.document() != document) continue;
            count(leads_[i]);
            leads_[i].cursor.next();
        }
        if (view_.graves && view_.graves->has(document)) return false;
        for (std::size_t i = essential_; i-- > 0;) {
            if (!best_.passes((most + sums_[i]) * fresh_)) return false;
            leads_[i].cursor.seek(document);
            if (leads_[i].cursor.document() == document) count(leads_[i]);
        }
        if (!best_.passes(most * fresh_)) return false;
        const std::int64_t id = view_.segment->id(document);   // asked for late: the memory of it is nowhere near
        const float score = scorer_.combined(there, contributions_) * scorer_.fade()(id);
        if (!best_.passes(score)) return false;
        if (accept_ && !accept_(id)) return false;
        best_.offer({id, score});
        return raise_bar();
    }

    // Lists that cannot lift anything over the bar alone are no longer essential. True when there are more of them now.
    bool raise_bar()
    {
        const std::size_t before = essential_;
        while (essential_ < leads_.size() && !best_.passes(sums_[essential_] * fresh_)) ++essential_;
        return essential_ != before;
    }

    const SegmentView& view_;
    std::vector<Lead>& leads_;
    const Scorer& scorer_;
    const Accept& accept_;
    Best& best_;
    std::array<float, Query::most_keys> contributions_{};
    std::vector<float> sums_;    // of the bounds up to each list
    std::size_t essential_ = 0;  // the first essential list
    float fresh_ = 1;            // of the newest document still to come, and a little more
};

}  // namespace

void walk_any(const SegmentView& view, std::vector<Lead>& leads, const Scorer& scorer, const Accept& accept, Best& best)
{
    if (!leads.empty()) Walk(view, leads, scorer, accept, best).run();
}

}  // namespace meadow::lang
