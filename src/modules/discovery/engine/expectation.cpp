#include "modules/discovery/engine/expectation.hpp"

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

constexpr double edges[age_steps] = {1, 3, 6, 12, 24, 36, 48, 72, 96, 144, 192, 288, 480, 960};   // hours

}  // namespace

std::uint8_t age_step(Duration age)
{
    const double hours = double(age.count()) / 3.6e9;
    return std::uint8_t(std::min<std::ptrdiff_t>(std::upper_bound(edges, edges + age_steps, hours) - edges, age_steps - 1));
}

double age_hours(int step) { return step == 0 ? 0.5 : (edges[step - 1] + edges[step]) / 2; }

std::uint8_t hour_of(Instant at) { return std::uint8_t(at.us / 3'600'000'000 % 24); }

double Expectation::base(const Policy& p) const { return base_.ratio(p.base_rate, p.base_strength); }
double Expectation::slot(const Policy& p, int slot) const { return slots_[std::min(slot, most_slots - 1)].ratio(1, p.slot_strength); }
double Expectation::age(const Policy& p, int step) const
{
    return ages_[step].ratio(std::exp2(-age_hours(step) / p.half_life_hours), p.age_strength);
}
double Expectation::hour(const Policy& p, int hour) const { return hours_[hour].ratio(1, p.age_strength); }
double Expectation::match(const Policy& p, Match m) const
{
    return matches_[int(m)].ratio(m == Match::other ? p.stranger_match : 1, p.match_strength);
}
double Expectation::tie(const Policy& p, Tie tie) const
{
    const auto opinion = [&] {
        switch (tie) {
            case Tie::none: return 1.0;
            case Tie::taste_near: return p.near_taste;
            case Tie::taste_mid: return (p.near_taste + p.far_taste) / 2;
            case Tie::taste_far: return p.far_taste;
            case Tie::follow: return p.follow_tie;
            case Tie::social: return p.social_tie;
            case Tie::product: return p.product_tie;
            case Tie::nearby: return p.nearby_tie;
            case Tie::pick: return p.pick_tie;
            case Tie::factors: return p.factor_tie;
            case Tie::search: return p.search_tie;
            case Tie::search_near: return p.search_near_tie;
        }
        return 1.0;
    };
    return tie == Tie::none ? 1 : ties_[std::size_t(tie)].ratio(opinion(), p.taste_strength);
}
double Expectation::engagement(const Policy&) const { return engagement_.ratio(0.3, 10); }
double Expectation::engagement_match(const Policy& p, Match m) const { return engagement_matches_[int(m)].ratio(1, p.match_strength); }

void Expectation::learn(const Policy& p, const Answer& answer)
{
    const double seen = answer.clicked ? 1 : 0;
    const double all = answer.expected * answer.appeal;
    const Circumstances& at = answer.at;
    if (answer.trial) {
        base_.add(seen, answer.expected / base(p));
        base_.forget(p.memory);
    }
    const auto correct = [&](Tally& tally, double factor) {
        tally.add(seen, all / factor);
        tally.forget(p.memory);
    };
    correct(slots_[std::min<int>(at.slot, most_slots - 1)], slot(p, at.slot));
    correct(ages_[at.age], age(p, at.age));
    correct(hours_[at.hour], hour(p, at.hour));
    correct(matches_[int(at.match)], match(p, at.match));
    if (at.taste > 0 && at.taste < ties) correct(ties_[at.taste], tie(p, Tie(at.taste)));
}

void Expectation::opened(const Policy& p, Match match, bool trial, double appeal)
{
    if (trial) engagement_.add(0, 1);
    engagement_matches_[int(match)].add(0, engagement(p) * appeal);
}

void Expectation::engaged(const Policy& p, Match match, bool trial, double weight)
{
    weights_ += micro(weight);
    weight_squares_ += micro(weight * weight);
    if (trial) {
        engagement_.add(weight, 0);
        engagement_.forget(p.memory);
    }
    engagement_matches_[int(match)].add(weight, 0);
    engagement_matches_[int(match)].forget(p.memory);
}

}  // namespace meadow::discovery::engine
