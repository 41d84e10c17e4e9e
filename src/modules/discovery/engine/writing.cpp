// What authors write, edit and take back, and what editors pick.
#include <algorithm>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {

void Engine::look_at(std::uint32_t number, const NoteLooks& looks)
{
    Note& note = state_.notes[number];
    note.face = looks.face;
    note.print = looks.print;
    note.cover = looks.cover;
    for (const std::uint32_t product : note.products) erase(state_.products[product].notes, number);
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
    const auto [place, fresh] = state_.place_numbers.take(*looks.cell, std::uint32_t(state_.places.size()));
    if (fresh) state_.places.emplace_back().key = *looks.cell;
    keep_newest(state_.places[place].notes, number);
}

void Engine::note(Instant now, NoteId id, UserId author, TopicKey topic, const NoteLooks& looks)
{
    advance(now);
    const auto [number, fresh] = state_.note_numbers.take(std::uint64_t(id.value), std::uint32_t(state_.notes.size()));
    if (!fresh) {
        Note& known = state_.notes[number];
        if (known.rung == Rung::withdrawn) to_trial(number, 1);
        else if (known.face != looks.face) edited(now, id);
        look_at(number, looks);
        return;
    }
    Note& made = state_.notes.emplace_back();
    made.id = id;
    made.author = author_of(author);
    made.topic = topic_of(topic);
    made.born = now;
    keep_newest(state_.authors[made.author].notes, number);
    look_at(number, looks);
    ++state_.pace.notes_now;
    to_trial(number, 0);
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
    const auto* const found = state_.note_numbers.find(id.value);
    if (found == nullptr || state_.notes[*found].rung != Rung::resting) return;
    to_trial(*found, std::uint32_t(std::max(1.0, std::ceil(state_.first_pool * state_.policy.second_chance))));
}

void Engine::withdrawn(Instant now, NoteId id)
{
    advance(now);
    const auto* const found = state_.note_numbers.find(id.value);
    if (found == nullptr) return;
    end_trial(*found);
    state_.notes[*found].rung = Rung::withdrawn;
    changed(*found);
}

void Engine::picked(Instant now, NoteId id, Instant until)
{
    advance(now);
    const auto* const found = state_.note_numbers.find(id.value);
    if (found == nullptr) return;
    std::erase_if(state_.picks, [&](const Pick& p) { return p.note == *found || p.until <= now; });
    if (until > now && state_.picks.size() < most_picks) state_.picks.push_back({*found, until});
}

}  // namespace meadow::discovery::engine
