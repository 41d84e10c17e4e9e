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

std::optional<Suspect> follower_jump(const HonestyRules& rules, const Gains& gains)
{
    const double expected = rules.follows_from_outside + rules.follows_per_view * gains.views_now + rules.follows_of_usual * double(gains.usual);
    const double observed = gains.follows_now;
    if (log_chance(observed, expected) > -rules.surprise) return {};
    return Suspect{Suspicion::follower_jump, observed, expected};
}

std::optional<Suspect> said_alike(const HonestyRules& rules, std::size_t people)
{
    if (double(people) < rules.alike_people) return {};
    return Suspect{Suspicion::said_alike, double(people), 1};
}

std::optional<Suspect> in_crowds(const HonestyRules& rules, const Reader& reader)
{
    if (double(reader.crowds) < rules.alike_crowds) return {};
    return Suspect{Suspicion::said_alike, double(reader.crowds), 0};
}

std::vector<std::uint32_t> ring_of(const HonestyRules& rules, const std::vector<Reader>& readers, Instant now, std::uint32_t buyer, std::uint32_t seller)
{
    const auto buys = [&](std::uint32_t who, std::uint32_t from) { return double(readers[who].trades.times(from, now)) >= rules.ring_orders; };
    if (!buys(buyer, seller)) return {};
    if (buys(seller, buyer)) return {buyer, seller};
    for (const Trades::With& next : readers[seller].trades.all)
        if (buys(seller, next.seller) && buys(next.seller, buyer)) return {buyer, seller, next.seller};
    return {};
}

std::optional<Suspect> praise_paid_back(const HonestyRules& rules, const Trades& of_seller)
{
    const double paid_back = of_seller.paid_back, praise = of_seller.praise;
    if (paid_back < rules.least_paid_back || paid_back < rules.paid_back_share * praise) return {};
    return Suspect{Suspicion::praise_paid_back, paid_back, praise};
}

}  // namespace meadow::discovery::engine::detectors
