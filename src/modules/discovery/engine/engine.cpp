#include "modules/discovery/engine/engine.hpp"

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

constexpr Duration seconds(std::int64_t count) { return Duration{count * 1'000'000}; }
std::int32_t day_of(Instant at) { return std::int32_t(at.us / 86'400'000'000); }

double worth(const Policy& p, Deed deed)
{
    switch (deed) {
        case Deed::like: return p.like;
        case Deed::collect: return p.collect;
        case Deed::comment: return p.comment;
        case Deed::share: return p.share;
        case Deed::follow: return p.follow;
        case Deed::cart: return p.cart;
        case Deed::order: return p.order;
        case Deed::click:
        case Deed::hide: return 0;
    }
    return 0;
}

}  // namespace

Reader& Engine::reader_of(UserId id)
{
    const auto [found, fresh] = state_.reader_numbers.try_emplace(id.value, std::uint32_t(state_.readers.size()));
    if (fresh) state_.readers.emplace_back().id = id;
    return state_.readers[found->second];
}

std::uint32_t Engine::author_of(UserId id)
{
    const auto [found, fresh] = state_.author_numbers.try_emplace(id.value, std::uint32_t(state_.authors.size()));
    if (fresh) state_.authors.emplace_back().id = id;
    return found->second;
}

std::uint32_t Engine::topic_of(TopicKey key)
{
    const auto [found, fresh] = state_.topic_numbers.try_emplace(key, std::uint32_t(state_.topics.size()));
    if (fresh) state_.topics.emplace_back().key = key;
    return found->second;
}

void Engine::reader(Instant now, UserId id, std::span<const TopicKey> interests)
{
    advance(now);
    std::vector<std::uint32_t> named;
    for (const TopicKey key : interests) named.push_back(topic_of(key));
    reader_of(id).interests = std::move(named);
}

void Engine::follows(Instant now, UserId id, UserId author, bool follows)
{
    advance(now);
    auto& all = reader_of(id).follows;
    const std::uint32_t number = author_of(author);
    std::erase(all, number);
    if (follows) all.push_back(number);
}

void Engine::forgets(Instant now, UserId id, TopicKey topic)
{
    advance(now);
    const auto found = state_.topic_numbers.find(topic);
    if (found == state_.topic_numbers.end()) return;
    Reader& reader = reader_of(id);
    std::erase(reader.interests, found->second);
    std::erase_if(reader.tastes, [&](const TopicTaste& t) { return t.topic == found->second; });
    std::erase_if(reader.suggested, [&](std::uint32_t note) { return state_.notes[note].topic == found->second; });
}

void Engine::forgets(Instant now, UserId id)
{
    advance(now);
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    reader.interests.clear();
    reader.tastes.clear();
    reader.suggested.clear();
    state_.taste.forget(number);
}

void Engine::note(Instant now, NoteId id, UserId author, TopicKey topic, std::uint64_t face)
{
    advance(now);
    const auto [found, fresh] = state_.note_numbers.try_emplace(id.value, std::uint32_t(state_.notes.size()));
    if (!fresh) {
        Note& known = state_.notes[found->second];
        if (known.rung == Rung::withdrawn) to_trial(found->second, 1);
        else if (known.face != face) edited(now, id);
        known.face = face;
        return;
    }
    Note& made = state_.notes.emplace_back();
    made.id = id;
    made.author = author_of(author);
    made.topic = topic_of(topic);
    made.born = now;
    made.face = face;
    ++state_.pace.notes_now;
    to_trial(found->second, 0);
}

void Engine::to_trial(std::uint32_t number, std::uint32_t views_to_come)
{
    Note& note = state_.notes[number];
    note.rung = Rung::trial;
    note.guaranteed = views_to_come == 0 ? 0 : note.views + views_to_come;
    state_.topics[note.topic].waiting.push_back(number);
}

void Engine::end_trial(std::uint32_t number)
{
    auto& waiting = state_.topics[state_.notes[number].topic].waiting;
    const auto found = std::find(waiting.begin(), waiting.end(), number);
    if (found != waiting.end()) waiting.erase(found);
}

void Engine::edited(Instant now, NoteId id)
{
    advance(now);
    const auto found = state_.note_numbers.find(id.value);
    if (found == state_.note_numbers.end() || state_.notes[found->second].rung != Rung::resting) return;
    to_trial(found->second, std::uint32_t(std::max(1.0, std::ceil(state_.first_pool * state_.policy.second_chance))));
}

void Engine::withdrawn(Instant now, NoteId id)
{
    advance(now);
    const auto found = state_.note_numbers.find(id.value);
    if (found == state_.note_numbers.end()) return;
    end_trial(found->second);
    state_.notes[found->second].rung = Rung::withdrawn;
}

Page Engine::page(Instant now, UserId id, std::size_t slots, const Wishes& wishes) const
{
    const Reader* known = state_.find_reader(id);
    Reader stranger;
    stranger.id = id;
    return make_page(state_, known != nullptr ? *known : stranger, now, slots, wishes);
}

void Engine::count(Note& note, const Evidence& more)
{
    note.evidence += more;
    state_.authors[note.author].record += more;
}

void Engine::shown(Instant now, UserId id, const Page& page)
{
    advance(now);
    const std::uint32_t number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    ++reader.pages;
    const double weight = reader.weight(state_.policy);
    for (std::size_t slot = 0; slot < page.notes.size(); ++slot) {
        const Placed& placed = page.notes[slot];
        const std::uint32_t which = state_.note_numbers.at(placed.note.value);
        Note& note = state_.notes[which];
        Topic& topic = state_.topics[note.topic];
        Exposure e;
        e.note = which;
        e.expected = float(placed.expected);
        e.at = {std::uint8_t(slot), age_step(now - note.born), reader.match(note.topic), hour_of(now), std::uint8_t(placed.taste)};
        e.expected_engagement = float(state_.expectation.engagement(state_.policy) * reader.engagement.ratio(1, state_.policy.viewer_strength) *
                                      state_.expectation.engagement_match(state_.policy, e.at.match));
        e.source = note.rung == Rung::trial && note.pool == 1 ? Source::trial : placed.source == Source::trial ? Source::latest : placed.source;
        e.counts = !reader.follows_author(note.author) && !reader.seen.contains(which);
        reader.remember(e);
        reader.seen.add(which, day_of(now));
        ++note.shown;
        changed(note.topic);
        ++state_.pace.impressions_now;
        note.last_shown = now;
        state_.pending.push_back({now, number, which});
        if (placed.source == Source::topic) {
            topic.offered.add(state_.appeal(note).mean * state_.freshness(note, now), 1);
            topic.offered.forget(500);
        }
        if (!e.counts) continue;
        count(note, {micro(placed.expected * weight), 0, 0, 0});
        ++note.views;
        const auto end = note.guaranteed != 0 ? note.guaranteed : pool_end(state_.policy, state_.first_pool, note.pool);
        if (!note.weighing && note.views >= end && note.pool <= state_.policy.pools) {
            note.weighing = true;
            if (note.rung == Rung::trial) end_trial(which);
            state_.weighing.push_back({now, 0, which});
        }
    }
}

void Engine::heard(Instant now, UserId id, NoteId note_id, Deed deed, Arrival arrival)
{
    advance(now);
    const auto found = state_.note_numbers.find(note_id.value);
    if (found == state_.note_numbers.end()) return;
    Note& note = state_.notes[found->second];
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    Exposure* e = arrival == Arrival::feed ? reader.exposure(found->second) : nullptr;
    if (e == nullptr) {
        // Met by a link, a profile, a search, or claimed: the public counters know of it, the ladder does not.
        if (deed != Deed::click) ++reader.unbacked;
        else opened(number, found->second);
        return;
    }
    const auto bit = std::uint16_t(1u << unsigned(deed));
    if ((e->deeds & bit) != 0) return;
    e->deeds |= bit;
    ++reader.backed;
    const double weight = e->counts ? reader.weight(state_.policy) : 0;
    const bool trial = e->source == Source::trial;
    if (!e->clicked && deed != Deed::hide) {
        e->clicked = true;
        const Appeal appeal = state_.appeal(note);
        state_.expectation.opened(state_.policy, e->at.match, trial, appeal.mean / appeal.clicks);
        reader.engagement.add(0, double(e->expected_engagement) / reader.engagement.ratio(1, state_.policy.viewer_strength));
        count(note, {0, micro(weight), micro(double(e->expected_engagement) * weight), 0});
        opened(number, found->second);
    }
    if (const double value = worth(state_.policy, deed); value > 0) {
        state_.expectation.engaged(state_.policy, e->at.match, trial, value);
        reader.engagement.add(value, 0);
        count(note, {0, 0, 0, micro(value * weight)});
    }
    if (deed == Deed::follow && !reader.follows_author(note.author)) reader.follows.push_back(note.author);
    changed(note.topic);
}

void Engine::opened(std::uint32_t number, std::uint32_t note)
{
    Reader& reader = state_.readers[number];
    if (reader.weight(state_.policy) < 0.5) return;   // what goes with what is not for sale either
    const auto history = state_.taste.history(number);
    if (std::find(history.begin(), history.end(), note) != history.end()) return;
    state_.taste.opened(number, note);
    reader.suggested.clear();
    for (const Scored& s : state_.taste.suggest(number, nullptr, std::size_t(state_.policy.suggestions),
                                                [&](std::uint32_t n) { return n < state_.oldest || reader.seen.contains(n); }))
        reader.suggested.push_back(s.item);
}

void Engine::changed(std::uint32_t topic)
{
    Topic& t = state_.topics[topic];
    if (++t.changes == 1) state_.aging.push_back({state_.now, 0, topic});
    if (t.changes >= state_.policy.refresh_changes) rank(t);
}

bool Engine::exposed(UserId id, NoteId note) const
{
    const Reader* reader = state_.find_reader(id);
    const auto found = state_.note_numbers.find(note.value);
    return reader != nullptr && found != state_.note_numbers.end() && reader->exposure(found->second) != nullptr;
}

void Engine::advance(Instant now)
{
    if (now < state_.now) return;
    state_.now = now;
    const Duration wait = seconds(state_.policy.settle_seconds);
    while (!state_.pending.empty() && now - state_.pending.front().at >= wait) {
        settle(state_.pending.front());
        state_.pending.pop_front();
    }
    while (!state_.weighing.empty() && now - state_.weighing.front().at >= wait) {
        weigh(state_.weighing.front().note);
        state_.weighing.pop_front();
    }
    if (now.us / 3'600'000'000 != state_.pace.hour) count_hour();
    while (!state_.aging.empty() && now - state_.aging.front().at >= seconds(state_.policy.refresh_seconds)) {
        if (Topic& topic = state_.topics[state_.aging.front().note]; topic.changes > 0 && topic.ranked_at <= state_.aging.front().at) rank(topic);
        state_.aging.pop_front();
    }
}

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
    const double appeal = trial ? 1 : appeal_of(others, state_.prior(note)).clicks;
    const double all = double(e->expected) * appeal, seen = e->clicked ? 1 : 0;
    const double viewer = state_.viewer(reader), affinity = state_.affinity(reader, note.topic);
    reader.clicks.add(seen, all / viewer);
    reader.taste_of(note.topic).clicks.add(seen, all / affinity);
    state_.expectation.learn(state_.policy, {e->at, double(e->expected), appeal, trial, e->clicked});
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
    Topic& topic = state_.topics[note.topic];
    const bool was_listed = note.listed();
    const Verdict verdict = judge(p, {state_.now, note.pool, note.views, note.evidence, state_.prior(note), state_.freshness(note, state_.now), state_.bar(note)});
    note.verdicts.push_back(verdict);
    note.rung = verdict.decision;
    if (note.guaranteed != 0) note.guaranteed = 0;
    while (note.pool <= p.pools && pool_end(p, state_.first_pool, note.pool) <= std::int64_t(note.views)) ++note.pool;
    if (note.listed() && !was_listed && std::find(topic.members.begin(), topic.members.end(), number) == topic.members.end())
        topic.members.push_back(number);
    changed(note.topic);
}

void Engine::rank(Topic& topic)
{
    const Policy& p = state_.policy;
    topic.changes = 0;
    topic.ranked_at = state_.now;
    topic.ranking.clear();
    std::erase_if(topic.members, [&](std::uint32_t number) {
        const Note& note = state_.notes[number];
        if (!note.listed() || number < state_.oldest) return true;
        const double fresh = state_.freshness(note, state_.now);
        topic.ranking.push_back({float(state_.appeal(note).quantile(p.hope) * fresh), number});
        return false;
    });
    const auto better = [](const Ranked& a, const Ranked& b) { return a.score != b.score ? a.score > b.score : a.note > b.note; };
    const auto kept = std::min(topic.ranking.size(), std::size_t(p.ranked_per_topic));
    std::partial_sort(topic.ranking.begin(), topic.ranking.begin() + std::ptrdiff_t(kept), topic.ranking.end(), better);
    topic.ranking.resize(kept);
}

void Engine::count_hour()
{
    Pace& pace = state_.pace;
    const Policy& p = state_.policy;
    const std::int64_t hour = state_.now.us / 3'600'000'000;
    if (pace.first_hour < 0) pace.first_hour = hour;
    if (pace.hour >= 0) {
        for (std::int64_t h = pace.hour; h < std::min(hour, pace.hour + 24); ++h) {
            pace.impressions[std::size_t(h % 24)] = h == pace.hour ? pace.impressions_now : 0;
            pace.notes[std::size_t(h % 24)] = h == pace.hour ? pace.notes_now : 0;
        }
    }
    pace.hour = hour;
    pace.impressions_now = pace.notes_now = 0;

    double impressions = 0, notes = 0;
    for (std::size_t h = 0; h < 24; ++h) {
        impressions += pace.impressions[h];
        notes += pace.notes[h];
    }
    if (hour - pace.first_hour >= 2 && impressions > 0 && notes > 0) {
        state_.first_pool = std::clamp(p.exploration * impressions / notes, p.least_first_pool, p.most_first_pool);
        state_.trial_share = std::min(p.most_exploration, 1.1 * state_.first_pool * notes / impressions);
    }
    while (state_.oldest < state_.notes.size() && state_.now - state_.notes[state_.oldest].born > seconds(p.seen_days * 86'400)) ++state_.oldest;
    if (hour % 24 == 0)
        for (Reader& reader : state_.readers) reader.seen.forget_before(day_of(state_.now) - std::int32_t(p.seen_days));
    state_.leading.resize(state_.topics.size());
    for (std::uint32_t i = 0; i < state_.leading.size(); ++i) state_.leading[i] = i;
    const auto head = [&](std::uint32_t t) { return state_.topics[t].ranking.empty() ? -1.0f : state_.topics[t].ranking.front().score; };
    std::stable_sort(state_.leading.begin(), state_.leading.end(), [&](std::uint32_t a, std::uint32_t b) { return head(a) > head(b); });
}

}  // namespace meadow::discovery::engine
