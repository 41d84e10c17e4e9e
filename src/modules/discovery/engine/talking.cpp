// What notes and comments say of things that can be bought.
#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

std::int64_t day_of(Instant at) { return at.us / 86'400'000'000; }

void feel(Talk& talk, int mood, std::int64_t day)
{
    if (mood > 0) talk.content.add(day);
    if (mood < 0) talk.discontent.add(day);
}

}  // namespace

std::optional<std::uint32_t> Engine::thing_of(const std::string& name)
{
    const auto known = state_.thing_numbers.find(name);
    if (known != state_.thing_numbers.end()) return known->second;
    if (state_.things.size() >= most_things) return {};
    state_.things.emplace_back().name = name;
    return state_.thing_numbers.emplace(name, std::uint32_t(state_.things.size() - 1)).first->second;
}

void Engine::talk_of(std::uint32_t number, const NoteLooks& looks)
{
    Note& note = state_.notes[number];
    const bool first = note.born == state_.now;   // an edit says nothing new
    const std::int64_t day = day_of(state_.now);
    for (const std::uint32_t thing : note.things) erase(state_.things[thing].notes, number);
    note.things.clear();
    for (const std::string& name : looks.things) {
        const auto thing = thing_of(name);
        if (!thing) continue;
        note.things.push_back(*thing);
        keep_newest(state_.things[*thing].notes, number);
        if (first) state_.things[*thing].mentions.add(day);
    }
    if (!first) return;
    for (const std::uint32_t product : note.products) feel(state_.products[product].talk, looks.mood, day);
    for (const std::uint32_t thing : note.things) feel(state_.things[thing].talk, looks.mood, day);
}

void Engine::remarked(Instant now, UserId by, NoteId id, bool asks, int mood)
{
    advance(now);
    const Note* const found = state_.find_note(id);
    if (found == nullptr) return;
    const Note& note = *found;
    const Reader* reader = state_.find_reader(by);
    if (state_.authors[note.author].id == by || (reader != nullptr && reader->weight(state_.policy) < 0.5)) return;   // nobody asks themselves; and bought voices do not count
    const std::int64_t day = day_of(now);
    const auto hear = [&](Talk& talk) {
        feel(talk, mood, day);
        if (asks) talk.asks.add(day);
    };
    for (const std::uint32_t product : note.products) hear(state_.products[product].talk);
    for (const std::uint32_t thing : note.things) hear(state_.things[thing].talk);
}

}  // namespace meadow::discovery::engine
