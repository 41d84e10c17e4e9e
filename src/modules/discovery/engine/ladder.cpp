#include "modules/discovery/engine/ladder.hpp"

#include <cstdio>
#include <string_view>

namespace meadow::discovery::engine {

Verdict judge(const Policy& p, const Hearing& h)
{
    Prior prior = h.prior;
    if (h.pool <= 1) prior.mean = 1;   // all notes begin equal
    const Appeal appeal = appeal_of(h.evidence, prior);
    Verdict v;
    v.at = h.at;
    v.policy = p.version;
    v.pool = h.pool;
    v.views = h.views;
    v.expected = whole(h.evidence.expected);
    v.opened = whole(h.evidence.clicks);
    v.expected_engagement = whole(h.evidence.expected_engagement);
    v.engagement = whole(h.evidence.engagement);
    v.mean = appeal.mean;
    v.low = appeal.quantile(-1.2816);
    v.high = appeal.quantile(1.2816);
    v.freshness = h.freshness;
    v.bar = h.bar;
    if (v.mean * v.freshness >= v.bar) v.decision = Rung::promoted;
    else v.decision = appeal.quantile(p.last_hope) * v.freshness >= v.bar ? Rung::climbing : Rung::resting;
    v.reason = reason_of(v);
    return v;
}

VerdictReason reason_of(const Verdict& v)
{
    if (v.decision == Rung::promoted) return v.mean >= 1 ? VerdictReason::well_answered : VerdictReason::good_enough;
    return v.decision == Rung::climbing ? VerdictReason::too_early : VerdictReason::weaker;
}

namespace {

// Between the verdict and the smaller one that is kept. Without the digits that a float does not have.
void put(float& to, double from) { to = float(from); }
void put(double& to, float from) { to = std::round(double(from) * 1e4) / 1e4; }
void put(std::uint32_t& to, Instant from) { to = std::uint32_t(from.us / 1'000'000); }
void put(Instant& to, std::uint32_t from) { to = Instant{std::int64_t(from) * 1'000'000}; }
template <class To, class From>
    requires std::is_integral_v<To> && std::is_integral_v<From>
void put(To& to, From from) { to = To(from); }
void put(Rung& to, Rung from) { to = from; }

// Every member of the smaller struct, put where the other one has the member of that name.
template <class Small, class Each>
void each_of(Each each)
{
    boost::mp11::mp_for_each<boost::describe::describe_members<Small, boost::describe::mod_public>>([&]<class Kept>(Kept) {
        boost::mp11::mp_for_each<boost::describe::describe_members<Verdict, boost::describe::mod_public>>([&]<class Told>(Told) {
            if constexpr (std::string_view(Kept::name) == std::string_view(Told::name)) each(Kept::pointer, Told::pointer);
        });
    });
}

}  // namespace

KeptVerdict kept(const Verdict& v)
{
    KeptVerdict out;
    each_of<KeptVerdict>([&](auto to, auto from) { put(out.*to, v.*from); });
    return out;
}

Verdict told(const KeptVerdict& v)
{
    Verdict out;
    each_of<KeptVerdict>([&](auto from, auto to) { put(out.*to, v.*from); });
    out.reason = reason_of(out);
    return out;
}

std::string in_words(const Verdict& v)
{
    const auto decimals = [](double usual) { return usual < 10 && std::abs(usual - std::round(usual)) >= 0.05 ? 1 : 0; };
    char text[200];
    int at = std::snprintf(text, sizeof text, "shown to %lld, opened by %.0f where %.*f is usual", static_cast<long long>(v.views), v.opened,
                           decimals(v.expected), v.expected);
    if (v.expected_engagement >= 0.5)
        at += std::snprintf(text + at, sizeof text - std::size_t(at), ", answered %.0f where %.*f is usual", v.engagement,
                            decimals(v.expected_engagement), v.expected_engagement);
    const char* end = v.reason == VerdictReason::well_answered ? ": goes wider"
                      : v.reason == VerdictReason::good_enough ? ": goes wider, as it is good enough for its topic"
                      : v.reason == VerdictReason::too_early   ? ": may still go wider, as it may yet prove good enough for its topic"
                                                        : ": rests, as others of its topic are answered better, until it is edited or its topic is asked for again";
    return std::string(text) + end;
}

std::int64_t pool_end(const Policy& p, double first_pool, std::int64_t pool)
{
    return std::int64_t(std::ceil(first_pool * std::pow(p.pool_growth, double(pool - 1))));
}

}  // namespace meadow::discovery::engine
