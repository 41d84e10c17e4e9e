// What readers do with notes.
#include <algorithm>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

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
        case Deed::read: return p.read;
        case Deed::click:
        case Deed::hide: return 0;
    }
    return 0;
}

}  // namespace

void Engine::heard(Instant now, UserId id, NoteId note_id, Deed deed, Arrival arrival)
{
    advance(now);
    const auto* const found = state_.note_numbers.find(note_id.value);
    if (found == nullptr) return;
    const std::uint32_t which = *found;
    Note& note = state_.notes[which];
    const auto number = std::uint32_t(&reader_of(id) - state_.readers.data());
    Reader& reader = state_.readers[number];
    Exposure* e = arrival == Arrival::feed ? reader.exposure(which) : nullptr;
    if (e == nullptr) {
        // Met by a link, a profile, a search, or claimed: the public counters know of it, the ladder does not.
        if (deed == Deed::click || deed == Deed::read) opened(number, which);
        else ++reader.unbacked;
        return;
    }
    if (e->did(deed)) return;
    const bool opens = !e->clicked() && deed != Deed::hide;
    e->mark(deed);
    if (deed != Deed::read) ++reader.backed;   // only their own device knows that somebody stayed: it lends the other deeds no weight
    const double weight = e->counts() && !note.frozen ? reader.weight(state_.policy) : 0;
    if (opens) {
        state_.record(e->policy).clicked(std::uint64_t(id.value));
        const Appeal appeal = state_.appeal(note);
        state_.expectation.opened(state_.policy, e->match(), e->trial(), appeal.mean / appeal.clicks);
        reader.taste_of(note.topic).clicks.add(1, 0);
        reader.engagement.add(0, double(e->expected_engagement) / reader.engagement.ratio(1, state_.policy.viewer_strength));
        count(note, {0, micro(weight), micro(double(e->expected_engagement) * weight), 0});
        opened(number, which);
    }
    if (deed == Deed::hide) state_.record(e->policy).hid(std::uint64_t(id.value));
    const bool bought = deed == Deed::follow && state_.authors[note.author].gains.frozen;
    if (const double value = bought ? 0 : worth(state_.policy, deed); value > 0) {
        state_.record(e->policy).engaged(std::uint64_t(id.value), value);
        state_.expectation.engaged(state_.policy, e->match(), e->trial(), value);
        reader.engagement.add(value, 0);
        count(note, {0, 0, 0, micro(value * weight)});
    }
    if (deed == Deed::like || deed == Deed::collect || deed == Deed::share) keep_newest(reader.liked, which);
    if (deed == Deed::cart || deed == Deed::order)
        for (const std::uint32_t product : note.products) wants(now, id, state_.products[product].id);
    if (deed == Deed::follow && !reader.follows_author(note.author)) reader.follows.push_back(note.author);
    changed(which);
}

void Engine::opened(std::uint32_t number, std::uint32_t note)
{
    Reader& reader = state_.readers[number];
    if (reader.weight(state_.policy) < 0.5) return;   // what goes with what is not for sale either
    const auto history = state_.taste.history(number);
    if (std::find(history.begin(), history.end(), note) != history.end()) return;
    state_.taste.opened(number, note);
}

}  // namespace meadow::discovery::engine
