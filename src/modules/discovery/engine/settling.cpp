// What follows once an answer has had its time: what is learned from it, and verdicts.
#include <algorithm>

#include "modules/discovery/engine/engine.hpp"
#include "modules/discovery/engine/heads/features.hpp"

namespace meadow::discovery::engine {

void Engine::settle(const Pending& pending)
{
    Reader& reader = state_.readers[pending.reader];
    const Exposure* e = reader.exposure(pending.note);
    if (e == nullptr) return;
    const Note& note = state_.notes[pending.note];
    const bool trial = e->source == Source::trial;
    // The note's appeal as the others see it, without this answer.
    Evidence others = note.evidence;
    others.expected -= std::min(others.expected, micro(double(e->expected)));
    others.clicks -= std::min(others.clicks, micro(e->clicked ? 1 : 0));
    const Appeal without = appeal_of(others, state_.prior(note));
    teach_heads(reader, note, *e, without);   // before anything else learns of the answer
    const double appeal = trial ? 1 : without.clicks;
    const double all = double(e->expected) * appeal, seen = e->clicked ? 1 : 0;
    const double viewer = state_.viewer(reader);
    reader.clicks.add(seen, all / viewer);
    // That it was opened was counted at once (heard()), so that it changes the next page; what was to be expected is counted without it.
    Tally& taste = reader.taste_of(note.topic).clicks;
    taste.observed -= std::min(taste.observed, micro(seen));
    taste.add(seen, all / state_.affinity(reader, note.topic));
    state_.expectation.learn(state_.policy, {e->at, double(e->expected), appeal, trial, e->clicked});
}

void Engine::teach_heads(const Reader& reader, const Note& note, const Exposure& e, const Appeal& appeal)
{
    const double weight = reader.weight(state_.policy), clicked = e.clicked ? 1 : 0;
    if (e.chance > 0) state_.click_reliability.add(double(e.chance), clicked);
    if (weight < 0.5) return;
    const Guess g = guess_of(state_, reader, note, e.at, e.source, state_.affinity(reader, note.topic), appeal);
    const Features& f = g.features;
    state_.click_calibration.add(g.raw_click, clicked);
    state_.click_head.learn(f.span(), g.raw_click - clicked);
    const double hid = (e.deeds & (1u << unsigned(Deed::hide))) != 0 ? 1 : 0;
    state_.hide_calibration.add(g.raw_hide, hid);
    state_.hide_head.learn(f.span(), g.raw_hide - hid);
    if (!e.clicked) return;
    const unsigned idle = (1u << unsigned(Deed::click)) | (1u << unsigned(Deed::hide));
    const double engaged = (e.deeds & ~idle) != 0 ? 1 : 0;
    state_.engage_calibration.add(g.raw_engage, engaged);
    state_.engage_head.learn(f.span(), g.raw_engage - engaged);
}

void Engine::weigh(std::uint32_t number)
{
    Note& note = state_.notes[number];
    note.weighing = false;
    if (note.rung == Rung::withdrawn) return;
    const Policy& p = state_.policy;
    if (note.pool == 1) {
        state_.click_spread.add(whole(note.evidence.clicks), whole(note.evidence.expected), 1);
        state_.engagement_spread.add(whole(note.evidence.engagement), whole(note.evidence.expected_engagement), state_.expectation.kappa());
    }
    const Verdict verdict = judge(p, {state_.now, note.pool, note.views, note.evidence, state_.prior(note), state_.freshness(note, state_.now), state_.bar(note)});
    note.verdicts.reserve(note.verdicts.size() + 1);   // they are few and large: no room for more than there are
    note.verdicts.push_back(verdict);
    note.rung = verdict.decision;
    if (note.guaranteed != 0) note.guaranteed = 0;
    while (note.pool <= p.pools && pool_end(p, state_.first_pool, note.pool) <= std::int64_t(note.views)) ++note.pool;
    changed(number);
}

}  // namespace meadow::discovery::engine
