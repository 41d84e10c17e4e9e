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
    const bool trial = pending.source == Source::trial;
    // The note's appeal as the others see it, without this answer.
    Evidence others = note.evidence;
    others.expected -= std::min(others.expected, micro(double(pending.expected)));
    others.clicks -= std::min(others.clicks, micro(e->clicked() ? 1 : 0));
    const Appeal without = appeal_of(others, state_.prior(note));
    teach_heads(reader, note, pending, *e, without);   // before anything else learns of the answer
    const double appeal = trial ? 1 : without.clicks;
    const double all = double(pending.expected) * appeal, seen = e->clicked() ? 1 : 0;
    const double viewer = state_.viewer(reader);
    reader.clicks.add(seen, all / viewer);
    // That it was opened was counted at once (heard()), so that it changes the next page; what was to be expected is counted without it.
    SmallTally& taste = reader.taste_of(note.topic).clicks;
    taste.observed -= std::min(taste.observed, std::uint32_t(micro(seen)));
    taste.add(seen, all / state_.affinity(reader, note.topic));
    state_.expectation.learn(state_.policy, {pending.where, double(pending.expected), appeal, trial, e->clicked()});
}

void Engine::teach_heads(const Reader& reader, const Note& note, const Pending& shown, const Exposure& e, const Appeal& appeal)
{
    const double weight = reader.weight(state_.policy), clicked = e.clicked() ? 1 : 0;
    if (shown.chance > 0) state_.click_reliability.add(double(shown.chance), clicked);
    if (weight < 0.5) return;
    const Guess g = guess_of(state_, reader, note, shown.where, shown.source, state_.affinity(reader, note.topic), appeal);
    const Features& f = g.features;
    state_.click_calibration.add(g.raw_click, clicked);
    state_.click_head.learn(f.span(), g.raw_click - clicked);
    const double hid = e.did(Deed::hide) ? 1 : 0;
    state_.hide_calibration.add(g.raw_hide, hid);
    state_.hide_head.learn(f.span(), g.raw_hide - hid);
    if (!e.clicked()) return;
    const double engaged = e.engaged() ? 1 : 0;
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
    note.verdicts.push_back(kept(verdict));
    note.rung = verdict.decision;
    if (note.guaranteed != 0) note.guaranteed = 0;
    while (note.pool <= p.pools && pool_end(p, state_.first_pool, note.pool) <= std::int64_t(note.views)) ++note.pool;
    changed(number);
}

}  // namespace meadow::discovery::engine
