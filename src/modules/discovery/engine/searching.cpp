// What readers search for.
#include <map>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

// The topic that more than half of what was found stands in: what is in no topic, or in all kinds of them, says nothing.
std::optional<std::uint32_t> subject_of(const State& s, const std::vector<std::uint32_t>& found)
{
    std::map<std::uint32_t, std::size_t> times;
    for (const std::uint32_t note : found) ++times[s.notes[note].topic];
    std::optional<std::uint32_t> most;
    std::size_t so_often = 0;
    for (const auto& [topic, often] : times) {
        if (s.topics[topic].key == 0 || often <= so_often) continue;
        most = topic;
        so_often = often;
    }
    return 2 * so_often > found.size() ? most : std::nullopt;
}

}  // namespace

void Engine::searched(Instant now, UserId id, std::span<const NoteId> notes, std::span<const ProductId> products)
{
    advance(now);
    Searches& lately = reader_of(id).searches;
    const auto day = std::int32_t(now.us / 86'400'000'000);
    std::vector<std::uint32_t> found;
    for (const NoteId note : notes)
        if (const auto* const number = state_.note_numbers.find(note.value); number != nullptr) found.push_back(*number);
    if (const auto subject = subject_of(state_, found)) Searches::keep(lately.topics, {*subject, day}, Searches::most_topics);
    found.resize(std::min(found.size(), Searches::notes_each));
    // The newest stands last, so what was found first comes after what was found behind it.
    for (auto one = found.rbegin(); one != found.rend(); ++one) Searches::keep(lately.notes, {*one, day}, Searches::most_notes);
    const auto first = products.first(std::min(products.size(), Searches::products_each));
    for (auto one = first.rbegin(); one != first.rend(); ++one)   // what no note ever pinned leads to none
        if (const auto* const number = state_.product_numbers.find(one->value); number != nullptr)
            Searches::keep(lately.products, {*number, day}, Searches::most_products);
}

void Engine::forget_searches(Searches& lately, std::uint32_t topic)
{
    const auto of_it = [&](std::uint32_t note) { return state_.notes[note].topic == topic; };
    erase_if(lately.topics, [&](const Found& f) { return f.which == topic; });
    erase_if(lately.notes, [&](const Found& f) { return of_it(f.which); });
    erase_if(lately.products, [&](const Found& f) {
        const auto& pinned_by = state_.products[f.which].notes;
        return std::any_of(pinned_by.begin(), pinned_by.end(), of_it);
    });
}

}  // namespace meadow::discovery::engine
