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
    const auto [number, fresh] = state_.reader_numbers.take(std::uint64_t(id.value), std::uint32_t(state_.readers.size()));
    if (fresh) state_.readers.emplace_back().id = id;
    return state_.readers[number];
}

std::uint32_t Engine::author_of(UserId id)
{
    const auto [number, fresh] = state_.author_numbers.take(std::uint64_t(id.value), std::uint32_t(state_.authors.size()));
    if (fresh) state_.authors.emplace_back().id = id;
    return number;
}

std::uint32_t Engine::topic_of(TopicKey key)
{
    const auto [number, fresh] = state_.topic_numbers.take(key, std::uint32_t(state_.topics.size()));
    if (fresh) state_.topics.emplace_back().key = key;
    return number;
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
    Row<std::uint32_t> named;
    for (const TopicKey key : interests) named.push_back(topic_of(key));
    reader_of(id).interests = std::move(named);
}

void Engine::follows(Instant now, UserId id, UserId author, bool follows)
{
    advance(now);
    auto& all = reader_of(id).follows;
    const std::uint32_t number = author_of(author);
    const bool known = erase(all, number) > 0;
    if (follows) all.push_back(number);
    if (follows && !known) followed(number);
}

void Engine::forgets(Instant now, UserId id, TopicKey topic)
{
    advance(now);
    const auto* const found = state_.topic_numbers.find(topic);
    if (found == nullptr) return;
    const std::uint32_t forgotten = *found;
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    erase(reader.interests, forgotten);
    erase_if(reader.tastes, [&](const TopicTaste& t) { return t.topic == forgotten; });
    forget_searches(reader.searches, forgotten);
    state_.taste.forget(number, [&](std::uint32_t note) { return state_.notes[note].topic == forgotten; });
}

void Engine::forgets(Instant now, UserId id)
{
    advance(now);
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    reader.interests.clear();
    reader.tastes.clear();
    reader.searches.clear();
    state_.taste.forget(number);
    state_.goods.forget(number);
}

std::uint32_t Engine::product_of(ProductId id)
{
    const auto [number, fresh] = state_.product_numbers.take(std::uint64_t(id.value), std::uint32_t(state_.products.size()));
    if (fresh) state_.products.emplace_back().id = id;
    return number;
}

void Engine::stocked(Instant now, ProductId id, bool on_sale)
{
    advance(now);
    if (const auto* const found = state_.product_numbers.find(id.value); found != nullptr) state_.products[*found].on_sale = on_sale;
}

void Engine::wants(Instant now, UserId id, ProductId product)
{
    advance(now);
    const std::uint32_t number = product_of(product);
    state_.products[number].wants.add(now.us / 86'400'000'000);
    Reader& reader = reader_of(id);
    erase(reader.wants, number);
    if (reader.wants.size() >= 20) reader.wants.erase(reader.wants.begin());
    reader.wants.push_back(number);
    state_.goods.opened(std::uint32_t(&reader - state_.readers.data()), number);
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

void Engine::shown(Instant now, UserId id, std::span<const Placed> notes, std::int64_t policy)
{
    advance(now);
    const std::uint32_t number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    ++reader.pages;
    const double weight = reader.weight(state_.policy);
    std::vector<std::uint32_t> numbers;
    numbers.reserve(notes.size());
    for (const Placed& placed : notes) {   // notes lie anywhere, so the memory is asked for all of them at once
        numbers.push_back(state_.note_numbers.at(placed.note.value));
        fetch(state_.notes[numbers.back()]);
    }
    for (const std::uint32_t which : numbers) __builtin_prefetch(&state_.authors[state_.notes[which].author].gains);
    for (std::size_t slot = 0; slot < notes.size(); ++slot) {
        const Placed& placed = notes[slot];
        const std::uint32_t which = numbers[slot];
        Note& note = state_.notes[which];
        Topic& topic = state_.topics[note.topic];
        state_.record(policy).shown(std::uint64_t(id.value));
        const Circumstances at{std::uint8_t(slot), age_step(now - note.born), reader.match(note.topic), hour_of(now), std::uint8_t(placed.taste)};
        const auto engagement = float(state_.expectation.engagement(state_.policy) * reader.engagement.ratio(1, state_.policy.viewer_strength) *
                                      state_.expectation.engagement_match(state_.policy, at.match));
        const Source source = note.rung == Rung::trial && note.pool == 1 ? Source::trial : placed.source == Source::trial ? Source::latest : placed.source;
        const bool counts = !reader.follows_author(note.author) && !reader.seen.contains(which);
        reader.remember({which, engagement, policy, at.match, counts, source == Source::trial});
        reader.seen.add(which, day_of(now));
        ++note.shown;
        hour_of_claims(note);
        ++note.claims.views_now;
        Gains& gains = state_.authors[note.author].gains;
        gains.turn_to(note.claims.hour);
        ++gains.views_now;
        changed(which);
        ++state_.pace.impressions_now;
        state_.pending.push_back({now, number, which, float(placed.expected), float(placed.chance.value_or(0)), at, source});
        if (placed.source == Source::topic) {
            topic.offered.add(state_.appeal(note).mean * state_.freshness(note, now), 1);
            topic.offered.forget(500);
        }
        if (!counts) continue;
        count(note, {micro(placed.expected * weight), 0, 0, 0});
        ++note.views;
        const auto end = note.guaranteed != 0 ? note.guaranteed : pool_end(state_.policy, state_.first_pool, note.pool);
        if (!note.weighing && note.views >= end && note.pool <= state_.policy.pools) {
            note.weighing = true;
            if (note.rung == Rung::trial) end_trial(which);
            state_.weighing.push_back({now, which});
        }
    }
}

bool Engine::exposed(UserId id, NoteId note) const
{
    const Reader* reader = state_.find_reader(id);
    const auto* const found = state_.note_numbers.find(note.value);
    return reader != nullptr && found != nullptr && reader->exposure(*found) != nullptr;
}

void Engine::advance(Instant now)
{
    if (now < state_.now) return;
    state_.now = now;
    const Duration wait = seconds(state_.policy.settle_seconds);
    while (!state_.pending.empty() && now - state_.pending.front().at >= wait) {
        fetch_ahead();
        settle(state_.pending.front());
        state_.pending.pop_front();
    }
    while (!state_.weighing.empty() && now - state_.weighing.front().at >= wait) {
        weigh(state_.weighing.front().which);
        state_.weighing.pop_front();
    }
    if (now.us / 3'600'000'000 != state_.pace.hour) count_hour();
    while (!state_.aging.empty() && now - state_.aging.front().at >= seconds(state_.policy.refresh_seconds)) {
        Topic& topic = state_.topics[state_.aging.front().which];
        state_.aging.pop_front();
        if (now - topic.ranked_at >= seconds(state_.policy.rerank_seconds)) rank(topic);
        else rank_touched(topic);
    }
}

}  // namespace meadow::discovery::engine
