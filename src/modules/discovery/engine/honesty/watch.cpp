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
    f.on_note = note.has_value();
    f.about_reader = reader.has_value();
    f.observed = observed;
    f.expected = expected;
    // Of a note or an author, others may have bought what was found to do harm, and likes nobody was shown do not count anyway: a person looks first.
    const bool person_first = suspicion == Suspicion::follower_jump || suspicion == Suspicion::praise_paid_back;
    f.measure = reader && !person_first ? Measure::discount : Measure::review;
    if (f.measure == Measure::discount) state_.readers[*reader].trust = float(state_.policy.discount);
    if (state_.findings.size() >= most_findings) state_.findings.pop_front();
    state_.findings.push_back(f);
}

void Engine::claimed(Instant now, UserId id, NoteId note_id, Deed deed)
{
    advance(now);
    if (deed != Deed::like && deed != Deed::collect && deed != Deed::comment) return;
    const auto* const which = state_.note_numbers.find(note_id.value);
    if (which == nullptr) return;
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    Note& note = state_.notes[*which];
    const HonestyRules& rules = state_.policy;
    note.claims.likes += deed == Deed::like;
    note.claims.collects += deed == Deed::collect;
    note.claims.comments += deed == Deed::comment;
    hour_of_claims(note);
    note.claims.likes_now += deed == Deed::like;
    if (reader.exposure(*which) == nullptr) ++reader.unserved;
    const auto look = [&](const std::optional<detectors::Suspect>& s, bool about_reader) {
        if (s) found(s->suspicion, s->observed, s->expected, *which, about_reader ? std::optional(number) : std::nullopt);
    };
    look(detectors::like_burst(rules, note), false);
    look(detectors::odd_proportions(rules, note), false);
    look(detectors::likes_without_views(rules, reader), true);
    if (deed != Deed::like) return;
    const auto box = LikedTogether::box_of(*which, now);
    const auto before = state_.together.join(box, number);
    LikedTogether::remember(reader.boxes, box);
    for (const std::uint32_t other : before) {
        const std::size_t shared = LikedTogether::shared(reader.boxes, state_.readers[other].boxes);
        if (double(shared) < rules.boxes_shared) continue;
        found(Suspicion::liked_together, double(shared), rules.boxes_usual, *which, number);
        found(Suspicion::liked_together, double(shared), rules.boxes_usual, *which, other);
    }
}

void Engine::said(Instant now, UserId id, NoteId note_id, const Sketch& sketch)
{
    advance(now);
    const auto* const which = state_.note_numbers.find(note_id.value);
    if (which == nullptr) return;
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    auto crowd = state_.alike.join(sketch, now, number);
    const auto suspect = detectors::said_alike(state_.policy, crowd.size());
    if (!suspect) return;
    found(suspect->suspicion, suspect->observed, suspect->expected, *which, {});
    if (double(crowd.size()) > state_.policy.alike_people) crowd = {number};   // those before them were counted
    for (const std::uint32_t one : crowd) {
        Reader& reader = state_.readers[one];
        if (reader.crowds < UINT8_MAX) ++reader.crowds;
        if (const auto s = detectors::in_crowds(state_.policy, reader)) found(s->suspicion, s->observed, s->expected, *which, one);
    }
}

void Engine::followed(std::uint32_t author)
{
    Gains& gains = state_.authors[author].gains;
    gains.turn_to(state_.now.us / 3'600'000'000);
    ++gains.follows_now;
    const auto s = detectors::follower_jump(state_.policy, gains);
    if (!s) return;
    const auto number = std::uint32_t(&reader_of(state_.authors[author].id) - state_.readers.data());
    found(s->suspicion, s->observed, s->expected, {}, number);
}

void Engine::traded(Instant now, UserId buyer_id, UserId seller_id, Turn turn)
{
    advance(now);
    if (buyer_id == seller_id) return;
    const auto buyer = std::uint32_t(&reader_of(buyer_id) - state_.readers.data());
    const auto seller = std::uint32_t(&reader_of(seller_id) - state_.readers.data());
    if (turn != Turn::paid) return praised_or_paid_back(buyer, seller, turn);
    state_.readers[buyer].trades.bought(seller, now);
    const auto ring = detectors::ring_of(state_.policy, state_.readers, now, buyer, seller);
    for (const std::uint32_t one : ring) found(Suspicion::order_ring, state_.policy.ring_orders, 1, {}, one);
}

void Engine::praised_or_paid_back(std::uint32_t buyer, std::uint32_t seller, Turn turn)
{
    Trades& theirs = state_.readers[buyer].trades;
    Trades& sold = state_.readers[seller].trades;
    sold.turn_to_month_of(state_.now);
    if (turn == Turn::praised) {
        sold.praise += theirs.praised(seller, state_.now);
        return;
    }
    if (!theirs.refunded(seller, state_.now)) return;
    ++sold.paid_back;
    if (const auto s = detectors::praise_paid_back(state_.policy, sold)) found(s->suspicion, s->observed, s->expected, {}, seller);
}

void Engine::hour_of_claims(Note& note)
{
    const auto hour = std::uint32_t(state_.now.us / 3'600'000'000);
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
    if (f->suspicion == Suspicion::follower_jump) {
        f->measure = upheld ? Measure::freeze : Measure::none;
        state_.authors[author_of(state_.readers[f->reader].id)].gains.frozen = upheld;
    } else if (f->about_reader) {
        f->measure = upheld ? Measure::discount : Measure::none;
        state_.readers[f->reader].trust = upheld ? float(state_.policy.discount) : 1;
    } else {
        f->measure = upheld ? Measure::freeze : Measure::none;
        state_.notes[f->note].frozen = upheld;
    }
}

}  // namespace meadow::discovery::engine
