// What is made of what the detectors find.
#include <algorithm>

#include "modules/discovery/engine/engine.hpp"
#include "modules/discovery/engine/honesty/detectors.hpp"

namespace meadow::discovery::engine {

void Engine::found(Suspicion suspicion, double observed, double expected, std::optional<std::uint32_t> note, std::optional<std::uint32_t> reader)
{
    const auto bit = std::uint8_t(1u << unsigned(suspicion));
    std::uint8_t& known = reader ? state_.readers[*reader].found : state_.notes[*note].claims.found;
    if ((known & bit) != 0) return;
    known |= bit;
    Finding f;
    f.number = ++state_.findings_made;
    f.at = state_.now;
    f.suspicion = suspicion;
    f.note = note.value_or(0);
    f.reader = reader.value_or(0);
    f.about_reader = reader.has_value();
    f.observed = observed;
    f.expected = expected;
    // Of a note, others may have bought what was found to do it harm, and likes nobody was shown do not count anyway: a person looks first.
    f.measure = reader ? Measure::discount : Measure::review;
    if (reader) state_.readers[*reader].trust = float(state_.policy.discount);
    if (state_.findings.size() >= most_findings) state_.findings.pop_front();
    state_.findings.push_back(f);
}

void Engine::claimed(Instant now, UserId id, NoteId note_id, Deed deed)
{
    advance(now);
    if (deed != Deed::like && deed != Deed::collect && deed != Deed::comment) return;
    const auto which = state_.note_numbers.find(note_id.value);
    if (which == state_.note_numbers.end()) return;
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    Note& note = state_.notes[which->second];
    const HonestyRules& rules = state_.policy;
    note.claims.likes += deed == Deed::like;
    note.claims.collects += deed == Deed::collect;
    note.claims.comments += deed == Deed::comment;
    hour_of_claims(note);
    note.claims.likes_now += deed == Deed::like;
    if (reader.exposure(which->second) == nullptr) ++reader.unserved;
    const auto look = [&](const std::optional<detectors::Suspect>& s, bool about_reader) {
        if (s) found(s->suspicion, s->observed, s->expected, which->second, about_reader ? std::optional(number) : std::nullopt);
    };
    look(detectors::like_burst(rules, note), false);
    look(detectors::odd_proportions(rules, note), false);
    look(detectors::likes_without_views(rules, reader), true);
    if (deed != Deed::like) return;
    const auto box = LikedTogether::box_of(which->second, now);
    const auto before = state_.together.join(box, number);
    LikedTogether::remember(reader.boxes, box);
    for (const std::uint32_t other : before) {
        const std::size_t shared = LikedTogether::shared(reader.boxes, state_.readers[other].boxes);
        if (double(shared) < rules.boxes_shared) continue;
        found(Suspicion::liked_together, double(shared), rules.boxes_usual, which->second, number);
        found(Suspicion::liked_together, double(shared), rules.boxes_usual, which->second, other);
    }
}

void Engine::hour_of_claims(Note& note)
{
    const std::int64_t hour = state_.now.us / 3'600'000'000;
    if (note.claims.hour == hour) return;
    note.claims.hour = hour;
    note.claims.likes_now = note.claims.views_now = 0;
}

void Engine::decided(Instant now, std::int64_t number, bool upheld)
{
    advance(now);
    const auto f = std::find_if(state_.findings.begin(), state_.findings.end(), [number](const Finding& one) { return one.number == number; });
    if (f == state_.findings.end()) return;
    f->decided = true;
    if (f->about_reader) {
        f->measure = upheld ? Measure::discount : Measure::none;
        state_.readers[f->reader].trust = upheld ? float(state_.policy.discount) : 1;
    } else {
        f->measure = upheld ? Measure::freeze : Measure::none;
        state_.notes[f->note].frozen = upheld;
    }
}

}  // namespace meadow::discovery::engine
