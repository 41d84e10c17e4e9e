#include "modules/discovery/engine/honesty/detectors.hpp"

namespace meadow::discovery::engine::detectors {

std::optional<Suspect> like_burst(const HonestyRules& rules, const Note& note)
{
    const double expected = rules.likes_from_outside + rules.likes_per_view * note.claims.views_now;
    const double observed = note.claims.likes_now;
    if (log_chance(observed, expected) > -rules.surprise) return {};
    return Suspect{Suspicion::like_burst, observed, expected};
}

std::optional<Suspect> odd_proportions(const HonestyRules& rules, const Note& note)
{
    const double likes = note.claims.likes, collects = note.claims.collects, comments = note.claims.comments;
    if (collects >= rules.least_collects && collects > rules.collects_per_like * likes)
        return Suspect{Suspicion::odd_proportions, collects / std::max(likes, 1.0), rules.collects_per_like};
    if (likes >= rules.many_likes && comments < rules.comments_per_like * likes)
        return Suspect{Suspicion::odd_proportions, comments / likes, rules.comments_per_like};
    return {};
}

std::optional<Suspect> likes_without_views(const HonestyRules& rules, const Reader& reader)
{
    const double without = reader.unserved, with = reader.backed;
    if (without < rules.least_unserved || without < rules.unserved_share * (without + with)) return {};
    return Suspect{Suspicion::likes_without_views, without, with};
}

}  // namespace meadow::discovery::engine::detectors
