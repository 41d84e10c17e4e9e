#include "text/scoring.hpp"

namespace meadow::lang {
namespace {

constexpr std::uint32_t nowhere = UINT32_MAX;

// The rarest wish is walked through, and every document it brings up is held against the others, the rarest first.
class Meeting {
public:
    Meeting(const SegmentView& view, std::vector<Lead>& leads, const Scorer& scorer, const Accept& accept, Best& best)
        : view_(view), leads_(leads), scorer_(scorer), accept_(accept), best_(best)
    {
        place_.fill(nowhere);
        for (std::uint32_t i = 0; i < leads_.size(); ++i) {
            place_[leads_[i].key] = i;
            there_ |= Query::Keys{1} << leads_[i].key;
        }
    }

    void run()
    {
        if (!arrange()) return;
        while (true) {
            std::uint32_t document = Cursor::end, last = Cursor::end;
            float most = rest_;
            for (const std::uint32_t d : drivers_) {
                const Cursor& cursor = leads_[d].cursor;
                if (cursor.document() == Cursor::end) continue;
                document = std::min(document, cursor.document());
                last = std::min(last, cursor.block_last());
                most += scorer_.most(leads_[d].key, scorer_.saturation()(cursor.block_peak()));
            }
            if (document == Cursor::end) return;
            if (best_.full() && !best_.passes(most * rounding * scorer_.fade()(view_.segment->id(document)))) {
                for (const std::uint32_t d : drivers_) leads_[d].cursor.seek(last + 1);
                continue;
            }
            if (!(view_.graves && view_.graves->has(document)) && granted(document)) judge(document);
            for (const std::uint32_t d : drivers_) leads_[d].cursor.seek(document + 1);
        }
    }

    // The first that are accepted, whatever they score.
    std::vector<Hit> first(std::size_t limit)
    {
        std::vector<Hit> out;
        if (!arrange()) return out;
        while (out.size() < limit) {
            std::uint32_t document = Cursor::end;
            for (const std::uint32_t d : drivers_) document = std::min(document, leads_[d].cursor.document());
            if (document == Cursor::end) break;
            const std::int64_t id = view_.segment->id(document);
            if (!(view_.graves && view_.graves->has(document)) && granted(document) && (!accept_ || accept_(id))) out.push_back({id, 1});
            for (const std::uint32_t d : drivers_) leads_[d].cursor.seek(document + 1);
        }
        return out;
    }

private:
    struct Wanted {
        std::vector<Query::Keys> ways;   // what they need; those alone that can be had in this segment
        std::uint64_t size = 0;          // documents it brings up at most
    };

    // Finds out which wish drives. False: some wish cannot be granted here.
    bool arrange()
    {
        std::vector<std::vector<std::uint32_t>> drivers;
        for (const Query::Wish& wish : scorer_.query().wishes) {
            Wanted wanted;
            std::vector<std::uint32_t> rarest;
            for (const Query::Way& way : wish.ways) {
                if ((way.needs & ~there_) != 0 || way.needs == 0) continue;
                wanted.ways.push_back(way.needs);
                std::uint32_t least = nowhere;
                for (Query::Keys keys = way.needs; keys != 0; keys &= keys - 1) {
                    const std::uint32_t at = place_[static_cast<std::size_t>(__builtin_ctzll(keys))];
                    if (least == nowhere || leads_[at].cursor.size() < leads_[least].cursor.size()) least = at;
                }
                wanted.size += leads_[least].cursor.size();
                if (std::find(rarest.begin(), rarest.end(), least) == rarest.end()) rarest.push_back(least);
            }
            if (wanted.ways.empty()) return false;
            wanted_.push_back(std::move(wanted));
            drivers.push_back(std::move(rarest));
        }
        if (wanted_.empty()) return false;
        const auto least = std::min_element(wanted_.begin(), wanted_.end(), [](const auto& a, const auto& b) { return a.size < b.size; });
        drivers_ = drivers[static_cast<std::size_t>(least - wanted_.begin())];
        std::sort(wanted_.begin(), wanted_.end(), [](const auto& a, const auto& b) { return a.size < b.size; });
        for (std::uint32_t i = 0; i < leads_.size(); ++i)
            if (std::find(drivers_.begin(), drivers_.end(), i) == drivers_.end()) rest_ += leads_[i].bound;
        return true;
    }

    bool holds(std::uint32_t lead, std::uint32_t document)
    {
        leads_[lead].cursor.seek(document);
        return leads_[lead].cursor.document() == document;
    }

    bool granted(std::uint32_t document)
    {
        const auto all = [&](Query::Keys keys) {
            for (; keys != 0; keys &= keys - 1)
                if (!holds(place_[static_cast<std::size_t>(__builtin_ctzll(keys))], document)) return false;
            return true;
        };
        return std::all_of(wanted_.begin(), wanted_.end(),
                           [&](const Wanted& wanted) { return std::any_of(wanted.ways.begin(), wanted.ways.end(), all); });
    }

    void judge(std::uint32_t document)
    {
        const std::uint8_t length = view_.segment->length_code(document);
        Query::Keys there = 0;
        for (std::uint32_t i = 0; i < leads_.size(); ++i) {
            if (!holds(i, document)) continue;
            const std::uint32_t key = leads_[i].key;
            const float saturated = scorer_.saturation()(leads_[i].cursor.weight(), length);
            contributions_[key] = scorer_.gain(key) * saturated;
            there |= Query::Keys{1} << key;
        }
        const std::int64_t id = view_.segment->id(document);
        const float score = scorer_.combined(there, contributions_) * scorer_.fade()(id);
        if (best_.passes(score) && (!accept_ || accept_(id))) best_.offer({id, score});
    }

    const SegmentView& view_;
    std::vector<Lead>& leads_;
    const Scorer& scorer_;
    const Accept& accept_;
    Best& best_;
    std::array<std::uint32_t, Query::most_keys> place_;   // of a key among the leads
    Query::Keys there_ = 0;                               // keys this segment has
    std::vector<Wanted> wanted_;                          // by wish, the rarest first
    std::vector<std::uint32_t> drivers_;
    float rest_ = 0;                                      // the most all other lists can add
    std::array<float, Query::most_keys> contributions_{};
};

}  // namespace

void walk_every(const SegmentView& view, std::vector<Lead>& leads, const Scorer& scorer, const Accept& accept, Best& best)
{
    if (!leads.empty()) Meeting(view, leads, scorer, accept, best).run();
}

std::vector<Hit> newest_of_every(const SegmentView& view, std::vector<Lead>& leads, const Scorer& scorer, const Accept& accept, std::size_t limit)
{
    Best none(0);
    return leads.empty() ? std::vector<Hit>{} : Meeting(view, leads, scorer, accept, none).first(limit);
}

}  // namespace meadow::lang
