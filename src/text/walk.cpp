#include <algorithm>

#include "text/scoring.hpp"

namespace meadow::lang {
namespace {

using Keys = Query::Keys;

template <class Use>
void each_key(Keys keys, Use&& use)
{
    for (; keys != 0; keys &= keys - 1) use(static_cast<std::size_t>(__builtin_ctzll(keys)));
}

// One segment, document by document, the newest first, so that from each on nothing fades less. Some lists, the drivers, bring documents up;
// the others are only asked about those. Any lists may drive, as long as what is in none of them cannot be an answer: because it grants no
// wish (or not every one), or because all the other lists together cannot lift it over the bar. So as the bar rises the long lists step back.
// And where the drivers' blocks say that nothing in them passes the bar, they are passed over.
class Walk {
public:
    Walk(const SegmentView& view, std::vector<Lead>& leads, const Scorer& scorer, const Accept& accept, Best& best, bool every_wish)
        : view_(view), leads_(leads), scorer_(scorer), accept_(accept), best_(best), every_wish_(every_wish), wished_(scorer.query().wished())
    {
        // The longest first: what steps back first.
        std::sort(leads_.begin(), leads_.end(), [](const Lead& x, const Lead& y) {
            return x.cursor.size() != y.cursor.size() ? x.cursor.size() > y.cursor.size() : x.key < y.key;
        });
        for (std::uint32_t i = 0; i < leads_.size(); ++i) {
            const std::uint32_t key = leads_[i].key;
            place_[key] = i;
            all_ |= Keys{1} << key;
            most_[key] = scorer_.gain(key) * scorer_.saturation()(leads_[i].cursor.peak());
        }
        drive(first_drivers());
    }

    void run()
    {
        while (true) {
            const std::uint32_t document = lowest();
            if (document == Cursor::end) return;
            if (document > window_end_ || !window_known_) {
                if (document >= fresh_until_) {   // an id is far from anything else in memory, and what was fresh enough is a bound further on, too
                    fresh_ = rounding * scorer_.fade()(view_.segment->id(document));
                    fresh_until_ = document + 1'024;
                }
                if (step_back(document)) continue;
                look_ahead(document);
                if (!promising()) {
                    if (window_end_ == Cursor::end) return;
                    for (const std::uint32_t d : drivers_) leads_[d].cursor.seek(window_end_ + 1);
                    window_known_ = false;
                    continue;
                }
                window_known_ = true;
            }
            if (judge(document)) window_known_ = false;
            for (const std::uint32_t d : drivers_)
                if (leads_[d].cursor.document() == document) leads_[d].cursor.next();
        }
    }

    // The first that are accepted, whatever they score.
    std::vector<Hit> first(std::size_t limit)
    {
        std::vector<Hit> out;
        for (std::uint32_t document = lowest(); document != Cursor::end && out.size() < limit; document = lowest()) {
            const std::int64_t id = view_.segment->id(document);
            if (!buried(document) && granted(document) && (!accept_ || accept_(id))) out.push_back({id, 1});
            for (const std::uint32_t d : drivers_) leads_[d].cursor.seek(document + 1);
        }
        return out;
    }

private:
    Cursor& cursor_of(std::size_t key) { return leads_[place_[key]].cursor; }
    bool buried(std::uint32_t document) const { return view_.graves && view_.graves->has(document); }

    std::uint32_t lowest() const
    {
        std::uint32_t low = Cursor::end;
        for (const std::uint32_t d : drivers_) low = std::min(low, leads_[d].cursor.document());
        return low;
    }

    // Lists without which nothing grants a wish: of every wish, the wish that fewest documents may grant; of any, all its lists.
    Keys first_drivers()
    {
        if (!every_wish_) return wished_ != 0 ? wished_ & all_ : all_;
        Keys drivers = 0;
        std::uint64_t least = UINT64_MAX;
        for (const Query::Wish& wish : scorer_.query().wishes) {
            Wanted wanted;
            Keys rarest = 0;
            for (const Query::Way& way : wish.ways) {
                if ((way.needs & ~all_) != 0 || way.needs == 0) continue;
                wanted.ways.push_back(way.needs);
                std::uint32_t last = 0;   // leads are in order of their length
                each_key(way.needs, [&](std::size_t key) { last = std::max(last, place_[key]); });
                wanted.size += leads_[last].cursor.size();
                rarest |= Keys{1} << leads_[last].key;
            }
            if (wanted.ways.empty()) return 0;
            if (wanted.size < least) drivers = rarest, least = wanted.size;
            wanted_.push_back(std::move(wanted));
        }
        std::sort(wanted_.begin(), wanted_.end(), [](const Wanted& a, const Wanted& b) { return a.size < b.size; });
        return drivers;
    }

    void drive(Keys drivers)
    {
        drivers_.clear();
        others_.clear();
        effort_ = 0;
        for (std::uint32_t i = 0; i < leads_.size(); ++i) {
            const bool drives = (drivers >> leads_[i].key & 1) != 0;
            (drives ? drivers_ : others_).push_back(i);
            if (drives) effort_ += leads_[i].cursor.size();
        }
    }

    // Lets lists step back that no longer need to drive at the bar there is now. True when other lists drive from `document` on.
    bool step_back(std::uint32_t document)
    {
        if (!best_.full() || (best_.bar() <= seen_bar_ && fresh_ >= seen_fresh_)) return false;
        seen_bar_ = best_.bar();
        seen_fresh_ = fresh_;
        Keys back = 0, drivers = 0;
        std::uint64_t effort = 0;
        for (const Lead& lead : leads_) {
            const Keys key = Keys{1} << lead.key;
            if (effort == 0 && !best_.passes(scorer_.combined(back | key, most_) * fresh_)) {
                back |= key;
            } else {
                drivers |= key;
                effort += lead.cursor.size();
            }
        }
        if (effort >= effort_) return false;
        drive(drivers);
        for (const std::uint32_t d : drivers_) leads_[d].cursor.seek(document);
        window_known_ = false;
        return true;
    }

    // What each list may add to a document from here to the first end of a driver's block.
    void look_ahead(std::uint32_t document)
    {
        window_end_ = Cursor::end;
        std::uint32_t longest = 0;
        for (const std::uint32_t d : drivers_) {
            const Cursor& cursor = leads_[d].cursor;
            if (cursor.document() != Cursor::end) window_end_ = std::min(window_end_, cursor.block_last());
            longest = std::max(longest, cursor.size());
        }
        near_ = 0;
        shortest_ = 255;
        const auto expect = [&](const Lead& lead, const Peak& peak) {
            near_ |= Keys{1} << lead.key;
            ahead_[lead.key] = scorer_.gain(lead.key) * scorer_.saturation()(peak);
        };
        for (const std::uint32_t d : drivers_) {
            const Cursor& cursor = leads_[d].cursor;
            if (cursor.document() > window_end_ || cursor.document() == Cursor::end) continue;
            expect(leads_[d], cursor.block_peak());
            shortest_ = std::min(shortest_, cursor.block_peak().length);
        }
        for (const std::uint32_t o : others_) {
            Cursor& cursor = leads_[o].cursor;
            if (cursor.size() <= longest) {   // no longer than what is read anyway
                cursor.seek(document);
                if (cursor.document() <= window_end_ && cursor.document() != Cursor::end) expect(leads_[o], cursor.block_peak());
            } else if (const Peak peak = cursor.peak_within(document, window_end_); peak.weight > 0) {
                expect(leads_[o], peak);
            }
        }
        float rest = 0;
        rests_.assign(others_.size() + 1, 0);
        for (std::size_t i = others_.size(); i-- > 0;) {
            const std::uint32_t key = leads_[others_[i]].key;
            if ((near_ >> key & 1) != 0) rest += scorer_.reach(key) * ahead_[key];
            rests_[i] = rest;
        }
    }

    // Can any document there be an answer?
    bool promising() const
    {
        if (every_wish_) {
            for (const Wanted& wanted : wanted_)
                if (std::none_of(wanted.ways.begin(), wanted.ways.end(), [&](Keys way) { return (way & ~near_) == 0; })) return false;
        } else if (wished_ != 0 && (near_ & wished_) == 0) {
            return false;
        }
        return best_.passes(scorer_.combined(near_, ahead_) * fresh_);
    }

    bool holds(std::size_t key, std::uint32_t document)
    {
        Cursor& cursor = cursor_of(key);
        cursor.seek(document);
        return cursor.document() == document;
    }

    bool granted(std::uint32_t document)
    {
        const auto all = [&](Keys keys) {
            for (; keys != 0; keys &= keys - 1)
                if (!holds(static_cast<std::size_t>(__builtin_ctzll(keys)), document)) return false;
            return true;
        };
        return std::all_of(wanted_.begin(), wanted_.end(),
                           [&](const Wanted& wanted) { return std::any_of(wanted.ways.begin(), wanted.ways.end(), all); });
    }

    // Scores the document the drivers stand on. True when the bar has risen.
    bool judge(std::uint32_t document)
    {
        float most = 0;
        for (const std::uint32_t d : drivers_) {   // first as if it were as short as any there: its length has yet to come from memory
            const Lead& lead = leads_[d];
            if (lead.cursor.document() == document) most += scorer_.reach(lead.key) * scorer_.gain(lead.key) * scorer_.saturation()(lead.cursor.weight(), shortest_);
        }
        if (!best_.passes((most + rests_[0]) * fresh_)) return false;
        const std::uint8_t length = view_.segment->length_code(document);
        most = 0;
        Keys there = 0;
        const auto count = [&](const Lead& lead) {
            const float added = scorer_.gain(lead.key) * scorer_.saturation()(lead.cursor.weight(), length);
            contributions_[lead.key] = added;
            there |= Keys{1} << lead.key;
            most += scorer_.reach(lead.key) * added;
        };
        for (const std::uint32_t d : drivers_)
            if (leads_[d].cursor.document() == document) count(leads_[d]);
        if (!best_.passes((most + rests_[0]) * fresh_) || buried(document)) return false;
        if (every_wish_ && !granted(document)) return false;
        for (std::size_t i = 0; i < others_.size(); ++i) {
            Lead& lead = leads_[others_[i]];
            if ((near_ >> lead.key & 1) == 0) continue;
            if (!best_.passes((most + rests_[i]) * fresh_)) return false;
            lead.cursor.seek(document);
            if (lead.cursor.document() == document) count(lead);
        }
        if (!every_wish_ && wished_ != 0 && (there & wished_) == 0) return false;
        const float fresh_score = scorer_.combined(there, contributions_);
        if (!best_.passes(fresh_score * fresh_)) return false;
        const std::int64_t id = view_.segment->id(document);
        const float score = fresh_score * scorer_.fade()(id);
        if (!best_.passes(score)) return false;
        if (accept_ && !accept_(id)) return false;
        best_.offer({id, score});
        return best_.full();
    }

    struct Wanted {
        std::vector<Keys> ways;   // what they need; those alone that can be had in this segment
        std::uint64_t size = 0;   // documents it brings up at most
    };
    using PerKey = std::array<float, Query::most_keys>;

    const SegmentView& view_;
    std::vector<Lead>& leads_;               // the longest list first
    const Scorer& scorer_;
    const Accept& accept_;
    Best& best_;
    const bool every_wish_;
    const Keys wished_;
    Keys all_ = 0;                           // keys this segment has
    std::array<std::uint32_t, Query::most_keys> place_{};   // of a key among the leads
    std::vector<Wanted> wanted_;             // by wish, the rarest first; of every wish
    PerKey most_{}, ahead_{}, contributions_{};   // the most a list adds anywhere, in the window, and adds to the document at hand
    std::vector<std::uint32_t> drivers_, others_;
    std::uint64_t effort_ = 0;               // postings of the drivers
    float seen_bar_ = 0, seen_fresh_ = 2;    // when lists last stepped back
    float fresh_ = 1;                        // of no older document than the next, and a little more
    std::uint32_t fresh_until_ = 0;
    bool window_known_ = false;
    std::uint32_t window_end_ = 0;
    std::uint8_t shortest_ = 255;            // length code of the shortest document of the drivers' there
    Keys near_ = 0;                          // keys that may occur in the window
    std::vector<float> rests_;               // the most the others from each on may add there
};

}  // namespace

void walk(const SegmentView& view, std::vector<Lead>& leads, const Scorer& scorer, const Accept& accept, Best& best, bool every_wish)
{
    if (!leads.empty()) Walk(view, leads, scorer, accept, best, every_wish).run();
}

std::vector<Hit> newest_of_every(const SegmentView& view, std::vector<Lead>& leads, const Scorer& scorer, const Accept& accept, std::size_t limit)
{
    Best none(0);
    return leads.empty() ? std::vector<Hit>{} : Walk(view, leads, scorer, accept, none, true).first(limit);
}

}  // namespace meadow::lang
