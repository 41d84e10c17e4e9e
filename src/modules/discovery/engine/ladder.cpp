#include "modules/discovery/engine/ladder.hpp"

#include <cstdio>

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
    return v;
}

KeptVerdict kept(const Verdict& v)
{
    KeptVerdict out;
    out.at = std::uint32_t(v.at.us / 1'000'000);
    out.views = std::uint32_t(v.views);
    out.expected = float(v.expected);
    out.opened = float(v.opened);
    out.expected_engagement = float(v.expected_engagement);
    out.engagement = float(v.engagement);
    out.mean = float(v.mean);
    out.low = float(v.low);
    out.high = float(v.high);
    out.freshness = float(v.freshness);
    out.bar = float(v.bar);
    out.policy = std::uint16_t(v.policy);
    out.pool = std::uint8_t(v.pool);
    out.decision = v.decision;
    return out;
}

Verdict told(const KeptVerdict& v)
{
    const auto digits = [](float value) { return std::round(double(value) * 1e4) / 1e4; };   // without those that a float does not have
    Verdict out;
    out.at = Instant{std::int64_t(v.at) * 1'000'000};
    out.policy = v.policy;
    out.pool = v.pool;
    out.views = v.views;
    out.expected = digits(v.expected);
    out.opened = digits(v.opened);
    out.expected_engagement = digits(v.expected_engagement);
    out.engagement = digits(v.engagement);
    out.mean = digits(v.mean);
    out.low = digits(v.low);
    out.high = digits(v.high);
    out.freshness = digits(v.freshness);
    out.bar = digits(v.bar);
    out.decision = v.decision;
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
    const char* end = v.decision == Rung::promoted   ? ": goes wider"
                      : v.decision == Rung::climbing ? ": may still go wider"
                                                     : ": rests, until it is edited or its topic is asked for again";
    return std::string(text) + end;
}

std::int64_t pool_end(const Policy& p, double first_pool, std::int64_t pool)
{
    return std::int64_t(std::ceil(first_pool * std::pow(p.pool_growth, double(pool - 1))));
}

}  // namespace meadow::discovery::engine
