#include "modules/creators/shown/count_shown.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"
#include "modules/creators/credits/store.hpp"
#include "modules/creators/shown/store.hpp"

namespace meadow::creators {
namespace {

std::vector<catalog::ProductCard> pinned_by(db::ReadTx& tx, const std::vector<community::PublicNote>& notes)
{
    std::vector<ProductId> products;
    for (const auto& note : notes) products.insert(products.end(), note.products.begin(), note.products.end());
    std::sort(products.begin(), products.end());
    products.erase(std::unique(products.begin(), products.end()), products.end());
    return catalog::product_cards(tx, products);
}

}  // namespace

Done count_shown(WriteCtx& ctx, const discovery::NotesShown& news)
{
    std::vector<NoteId> ids;
    for (const discovery::NoteShown& one : news.notes) ids.push_back(one.note);
    const auto notes = community::public_notes(ctx.tx, ids);
    const auto goods = pinned_by(ctx.tx, notes);
    for (const auto& note : notes) {
        const auto one = std::find_if(news.notes.begin(), news.notes.end(), [&](const auto& n) { return n.note == note.id; });
        store::add_reach(ctx.tx, note.author, {note.id, one->times});
        for (const ProductId product : note.products) {
            const auto card = std::find_if(goods.begin(), goods.end(), [&](const auto& c) { return c.id == product; });
            if (card == goods.end()) continue;
            store::NoteSales delta;
            delta.product = product;
            delta.note = note.id;
            delta.author = note.author;
            delta.shown = one->times;
            store::add_note_sales(ctx.tx, card->shop, delta);
        }
    }
    return done();
}

}  // namespace meadow::creators
