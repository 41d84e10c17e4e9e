#include "modules/discovery/engine/heads/features.hpp"

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

enum Kind : std::uint32_t { bias = 1, by_source, by_slot, by_age, by_hour, by_match, by_tie, by_topic, by_reader_topic, by_reader_author, by_standing, by_activity, by_product, by_opens, by_source_match };

// splitmix64's finaliser: features share a slot by chance alone.
std::uint32_t feature(Kind kind, std::uint64_t value)
{
    std::uint64_t x = value * 0x9E3779B97F4A7C15ull + std::uint64_t(kind) * 0xD1B54A32D192ED03ull;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ x >> 27) * 0x94D049BB133111EBull;
    return std::uint32_t((x ^ x >> 31) >> 32);
}

// In halves of an e-fold, so that neighbours share what they know.
std::uint64_t step_of(double ratio) { return std::uint64_t(std::clamp(std::lround(2 * std::log(std::max(ratio, 1e-3))) + 20, 0l, 40l)); }

}  // namespace

Features features_of(const State& s, const Reader& reader, const Note& note, const Circumstances& at, Source source, double standing)
{
    Features out;
    const auto add = [&](Kind kind, std::uint64_t value) { out.all[out.count++] = feature(kind, value); };
    const auto who = std::uint64_t(reader.id.value) * 0x9E3779B97F4A7C15ull;
    add(bias, 0);
    add(by_source, std::uint64_t(source));
    add(by_slot, std::min<std::uint64_t>(at.slot, 24));
    add(by_age, at.age);
    add(by_hour, at.hour / 3);
    add(by_match, std::uint64_t(at.match));
    add(by_tie, at.taste);
    add(by_topic, note.topic);
    add(by_reader_topic, who + note.topic);
    add(by_activity, std::min<std::uint64_t>(std::uint64_t(std::bit_width(reader.pages)), 10));
    add(by_opens, step_of(s.viewer(reader)));
    add(by_product, note.products.empty() ? 0 : 1);
    add(by_source_match, std::uint64_t(source) * 8 + std::uint64_t(at.match));
    if (source != Source::trial && source != Source::random) {
        add(by_reader_author, who + note.author);
        add(by_standing, step_of(standing));
    }
    return out;
}

namespace {

double usual_click(const State& s, const Reader& reader, const Circumstances& at, double affinity, const Appeal& appeal)
{
    return std::clamp(s.expectation.common(s.policy, at) * s.viewer(reader) * affinity * appeal.clicks, 1e-4, 0.95);
}

}  // namespace

double click_chance(const State& s, const Reader& reader, const Note& note, const Circumstances& at, Source source, double affinity, const Appeal& appeal)
{
    const Features f = features_of(s, reader, note, at, source, appeal.mean);
    return s.click_calibration(sigmoid(s.click_head.score(f.span(), logit(usual_click(s, reader, at, affinity, appeal)))));
}

namespace {

// Weighted engagement per opened note as a chance of any.
double usual_engagement(const State& s, const Reader& reader, const Circumstances& at, const Appeal& appeal)
{
    const Policy& p = s.policy;
    const double worth = s.expectation.engagement(p) * s.expectation.engagement_match(p, at.match) * reader.engagement.ratio(1, p.viewer_strength) * appeal.mean / appeal.clicks;
    return std::clamp(1 - std::exp(-worth / s.expectation.kappa()), 1e-3, 0.95);
}

RawGuess raw(const State& s, Features features, double usual_click, double usual_engage)
{
    RawGuess out;
    out.features = features;
    const auto f = out.features.span();
    out.click = sigmoid(s.click_head.score(f, logit(usual_click)));
    if (usual_engage > 0) out.engage = sigmoid(s.engage_head.score(f, logit(usual_engage)));
    out.hide = sigmoid(s.hide_head.score(f, logit(s.policy.usual_hide)));
    return out;
}

}  // namespace

RawGuess raw_guess_of(const State& s, const Reader& reader, const Note& note, const Circumstances& at, Source source, double affinity, const Appeal& appeal, bool engages)
{
    return raw(s, features_of(s, reader, note, at, source, appeal.mean), usual_click(s, reader, at, affinity, appeal), engages ? usual_engagement(s, reader, at, appeal) : 0);
}

void fetch(const State& s, const Features& features)
{
    for (const Ftrl* head : {&s.click_head, &s.engage_head, &s.hide_head}) head->fetch(features.span());
}

Guess guess_of(const State& s, const Reader& reader, const Circumstances& at, double affinity, const Appeal& appeal, const Features& features)
{
    Guess g;
    g.usual_click = usual_click(s, reader, at, affinity, appeal);
    g.usual_engage = usual_engagement(s, reader, at, appeal);
    const RawGuess said = raw(s, features, g.usual_click, g.usual_engage);
    g.click = s.click_calibration(said.click);
    g.engage = s.engage_calibration(said.engage);
    g.hide = s.hide_calibration(said.hide);
    return g;
}

}  // namespace meadow::discovery::engine
