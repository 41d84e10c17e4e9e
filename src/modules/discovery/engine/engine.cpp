#include "modules/discovery/engine/engine.hpp"

#include <algorithm>

namespace meadow::discovery::engine {
namespace {

constexpr Duration seconds(std::int64_t count) { return Duration{count * 1'000'000}; }
std::int32_t day_of(Instant at) { return std::int32_t(at.us / 86'400'000'000); }

// Asks the memory for a note that is needed in a moment.
void fetch(const Note& note)
{
    for (std::size_t at = 0; at < sizeof note; at += 64) __builtin_prefetch(reinterpret_cast<const char*>(&note) + at);
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

void Engine::adopt(Instant now, const Policy& policy)
{
    advance(now);
    if (policy.readers_share < 1) state_.other = policy;
    else state_.policy = state_.other = policy;
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
    const bool known = std::erase(all, number) > 0;
    if (follows) all.push_back(number);
    if (follows && !known) followed(number);
}

void Engine::forgets(Instant now, UserId id, TopicKey topic)
{
    advance(now);
    const auto found = state_.topic_numbers.find(topic);
    if (found == state_.topic_numbers.end()) return;
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    std::erase(reader.interests, found->second);
    std::erase_if(reader.tastes, [&](const TopicTaste& t) { return t.topic == found->second; });
    state_.taste.forget(number, [&](std::uint32_t note) { return state_.notes[note].topic == found->second; });
}

void Engine::forgets(Instant now, UserId id)
{
    advance(now);
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    reader.interests.clear();
    reader.tastes.clear();
    state_.taste.forget(number);
    state_.goods.forget(number);
}

std::uint32_t Engine::product_of(ProductId id)
{
    const auto [found, fresh] = state_.product_numbers.try_emplace(id.value, std::uint32_t(state_.products.size()));
    if (fresh) state_.products.emplace_back().id = id;
    return found->second;
}

void Engine::picked(Instant now, NoteId id, Instant until)
{
    advance(now);
    const auto found = state_.note_numbers.find(id.value);
    if (found == state_.note_numbers.end()) return;
    std::erase_if(state_.picks, [&](const Pick& p) { return p.note == found->second || p.until <= now; });
    if (until > now && state_.picks.size() < most_picks) state_.picks.push_back({found->second, until});
}

void Engine::stocked(Instant now, ProductId id, bool on_sale)
{
    advance(now);
    if (const auto found = state_.product_numbers.find(id.value); found != state_.product_numbers.end()) state_.products[found->second].on_sale = on_sale;
}

void Engine::wants(Instant now, UserId id, ProductId product)
{
    advance(now);
    const std::uint32_t number = product_of(product);
    state_.products[number].wants.add(now.us / 86'400'000'000);
    Reader& reader = reader_of(id);
    std::erase(reader.wants, number);
    if (reader.wants.size() >= 20) reader.wants.erase(reader.wants.begin());
    reader.wants.push_back(number);
    state_.goods.opened(std::uint32_t(&reader - state_.readers.data()), number);
}

void Engine::look_at(std::uint32_t number, const NoteLooks& looks)
{
    Note& note = state_.notes[number];
    note.face = looks.face;
    note.print = looks.print;
    note.cover = looks.cover;
    for (const std::uint32_t product : note.products) std::erase(state_.products[product].notes, number);
    note.products.clear();
    for (const ProductId id : looks.products) {
        const std::uint32_t product = product_of(id);
        if (std::find(state_.products[product].notes.begin(), state_.products[product].notes.end(), number) == state_.products[product].notes.end() &&
            note.born == state_.now)
            state_.products[product].mentions.add(state_.now.us / 86'400'000'000);
        note.products.push_back(product);
        keep_newest(state_.products[product].notes, number);
    }
    talk_of(number, looks);
    if (!looks.cell) return;
    const auto [found, fresh] = state_.place_numbers.try_emplace(*looks.cell, std::uint32_t(state_.places.size()));
    if (fresh) state_.places.emplace_back().key = *looks.cell;
    keep_newest(state_.places[found->second].notes, number);
}

void Engine::note(Instant now, NoteId id, UserId author, TopicKey topic, const NoteLooks& looks)
{
    advance(now);
    const auto [found, fresh] = state_.note_numbers.try_emplace(id.value, std::uint32_t(state_.notes.size()));
    if (!fresh) {
        Note& known = state_.notes[found->second];
        if (known.rung == Rung::withdrawn) to_trial(found->second, 1);
        else if (known.face != looks.face) edited(now, id);
        look_at(found->second, looks);
        return;
    }
    Note& made = state_.notes.emplace_back();
    made.id = id;
    made.author = author_of(author);
    made.topic = topic_of(topic);
    made.born = now;
    keep_newest(state_.authors[made.author].notes, found->second);
    look_at(found->second, looks);
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
    changed(found->second);
}

Page Engine::page(Instant now, UserId id, std::size_t slots, const Asked& asked) const
{
    const Reader* known = state_.find_reader(id);
    Reader stranger;
    stranger.id = id;
    return make_page(state_, known != nullptr ? *known : stranger, now, slots, asked);
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
    std::vector<std::uint32_t> numbers;
    for (const Placed& placed : page.notes) {   // notes lie anywhere, so the memory is asked for all of them at once
        numbers.push_back(state_.note_numbers.at(placed.note.value));
        fetch(state_.notes[numbers.back()]);
    }
    for (std::size_t slot = 0; slot < page.notes.size(); ++slot) {
        const Placed& placed = page.notes[slot];
        const std::uint32_t which = numbers[slot];
        Note& note = state_.notes[which];
        Topic& topic = state_.topics[note.topic];
        Exposure e;
        e.note = which;
        e.expected = float(placed.expected);
        e.chance = float(placed.chance.value_or(0));
        e.policy = std::uint16_t(page.policy);
        state_.record(page.policy).shown(std::uint64_t(id.value));
        e.at = {std::uint8_t(slot), age_step(now - note.born), reader.match(note.topic), hour_of(now), std::uint8_t(placed.taste)};
        e.expected_engagement = float(state_.expectation.engagement(state_.policy) * reader.engagement.ratio(1, state_.policy.viewer_strength) *
                                      state_.expectation.engagement_match(state_.policy, e.at.match));
        e.source = note.rung == Rung::trial && note.pool == 1 ? Source::trial : placed.source == Source::trial ? Source::latest : placed.source;
        e.counts = !reader.follows_author(note.author) && !reader.seen.contains(which);
        reader.remember(e);
        reader.seen.add(which, day_of(now));
        ++note.shown;
        hour_of_claims(note);
        ++note.claims.views_now;
        Gains& gains = state_.authors[note.author].gains;
        gains.turn_to(note.claims.hour);
        ++gains.views_now;
        changed(which);
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
    constexpr std::size_t ahead = 6;
    while (!state_.pending.empty() && now - state_.pending.front().at >= wait) {
        if (state_.pending.size() > ahead) fetch(state_.notes[state_.pending[ahead].note]);
        settle(state_.pending.front());
        state_.pending.pop_front();
    }
    while (!state_.weighing.empty() && now - state_.weighing.front().at >= wait) {
        weigh(state_.weighing.front().note);
        state_.weighing.pop_front();
    }
    if (now.us / 3'600'000'000 != state_.pace.hour) count_hour();
    while (!state_.aging.empty() && now - state_.aging.front().at >= seconds(state_.policy.refresh_seconds)) {
        Topic& topic = state_.topics[state_.aging.front().note];
        state_.aging.pop_front();
        if (now - topic.ranked_at >= seconds(state_.policy.rerank_seconds)) rank(topic);
        else rank_touched(topic);
    }
}

}  // namespace meadow::discovery::engine
