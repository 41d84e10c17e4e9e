// What follows once an answer has had its time: what is learned from it, and verdicts.
#include <algorithm>

#include "modules/discovery/engine/engine.hpp"
#include "modules/discovery/engine/heads/features.hpp"

namespace meadow::discovery::engine {
namespace {

void ask_for(const void* from, std::size_t bytes)
{
    for (std::size_t at = 0; at < bytes; at += 64) __builtin_prefetch(static_cast<const char*>(from) + at);
}

}  // namespace

// Readers, notes and authors lie anywhere: the memory is asked for those of impressions that are settled next, first for their rows
// and, when these have come, for what hangs from them.
void Engine::fetch_ahead() const
{
    constexpr std::size_t far = 8, near = 4;
    if (state_.pending.size() > far) {
        const Pending& next = state_.pending[far];
        ask_for(&state_.notes[next.note], sizeof(Note));
        if (next.reader != state_.pending[far - 1].reader) ask_for(&state_.readers[next.reader], sizeof(Reader));
    }
    if (state_.pending.size() > near) {
        const Pending& next = state_.pending[near];
        ask_for(&state_.authors[state_.notes[next.note].author].record, sizeof(Evidence));
        if (next.reader == state_.pending[near - 1].reader) return;
        const Reader& reader = state_.readers[next.reader];
        ask_for(reader.tastes.data(), reader.tastes.size() * sizeof(TopicTaste));
    }
}

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
    const RawGuess g = raw_guess_of(state_, reader, note, shown.where, shown.source, state_.affinity(reader, note.topic), appeal, e.clicked());
    const Features& f = g.features;
    state_.click_calibration.add(g.click, clicked);
    state_.click_head.learn(f.span(), g.click - clicked);
    const double hid = e.did(Deed::hide) ? 1 : 0;
    state_.hide_calibration.add(g.hide, hid);
    state_.hide_head.learn(f.span(), g.hide - hid);
    if (!e.clicked()) return;
    const double engaged = e.engaged() ? 1 : 0;
    state_.engage_calibration.add(g.engage, engaged);
    state_.engage_head.learn(f.span(), g.engage - engaged);
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
