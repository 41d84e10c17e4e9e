#include "modules/discovery/lists/place_notes.hpp"

#include <algorithm>

#include "modules/discovery/interests/store.hpp"
#include "modules/discovery/lists/store.hpp"
#include "text/segmenter.hpp"

namespace meadow::discovery {
namespace {

template <class T>
bool contains(const std::vector<T>& all, T one) { return std::find(all.begin(), all.end(), one) != all.end(); }

// Takes the note off everything it stood on that `now` does not name. A new date moves it on every list.
void take_off(db::Tx& tx, NoteId note, const store::Placed& stood, const Placing& now)
{
    const bool moved = stood.published_at != now.published_at;
    for (const ListId list : stood.lists)
        if (moved || !contains(now.lists, list)) store::remove_entry(tx, list, stood.published_at, note);
    for (const CellId cell : stood.cells)
        if (moved || !contains(now.cells, cell)) store::remove_spot(tx, cell, stood.published_at, note);
}

}  // namespace

void place_public_notes(WriteCtx& ctx, const std::vector<community::PublicNote>& notes)
{
    std::vector<ProductId> pinned;
    for (const auto& note : notes) pinned.insert(pinned.end(), note.products.begin(), note.products.end());
    const auto products = pinned.empty() ? std::vector<catalog::ProductCard>{} : catalog::shown_products(ctx.tx, pinned);
    const auto& normaliser = ctx.outside<lang::Segmenter>().normaliser();
    for (const auto& note : notes) {
        const Placing placing = placing_of(note, products, normaliser);
        if (const auto stood = store::find_placed(ctx.tx, note.id)) take_off(ctx.tx, note.id, *stood, placing);
        store::put_placing(ctx.tx, placing);
        for (const std::string& topic : note.topics) store::name_topic(ctx.tx, {topic_list(normaliser, topic), topic});
    }
}

void place_notes(WriteCtx& ctx, const std::vector<NoteId>& notes)
{
    const auto found = community::public_notes(ctx.tx, notes, community::Authors::all);
    for (const NoteId note : notes) {
        if (std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.id == note; })) continue;
        if (const auto stood = store::find_placed(ctx.tx, note)) take_off(ctx.tx, note, *stood, {});
        store::forget_placed(ctx.tx, note);
    }
    place_public_notes(ctx, found);
}

}  // namespace meadow::discovery
