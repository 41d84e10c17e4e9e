#include "modules/community/notes/show_note.hpp"

#include "base/json_halves.hpp"
#include "modules/community/notes/seeing.hpp"
#include "modules/community/notes/shelf.hpp"

namespace meadow::community {
namespace {

// From the shelf, or rendered anew. Authors get theirs fresh: they see at once what they changed, their own name included.
std::shared_ptr<const ShelvedPage> lasting(ReadCtx& ctx, NoteId id, const store::NoteHome& home)
{
    NoteShelf& shelf = ctx.outside<NoteShelf>();
    const bool own = ctx.who.user == home.author;
    if (!own)
        if (auto found = shelf.find(id, home.version, ctx.now)) return found;
    auto note = store::find_note(ctx.tx, home.author, id);
    const auto page = note ? lasting_page(ctx.tx, *note) : std::nullopt;
    if (!page) return nullptr;
    auto rendered = std::make_shared<const ShelvedPage>(ShelvedPage{id, page->version, home.author, ctx.now, first_half<NotePage, MovingPart>(*page), std::move(note->products)});
    if (!own) shelf.put(rendered);
    return rendered;
}

}  // namespace

Result<NotePage> show_note(ReadCtx& ctx, const ShowNote& in)
{
    const store::CountedHome at = TRY(visible_counted_home(ctx.tx, ctx.who, in.note));
    const auto note = store::find_note(ctx.tx, at.home.author, in.note);
    auto page = note ? lasting_page(ctx.tx, *note) : std::nullopt;
    if (!page) return refuse(not_found);
    MovingPart moving = moving_part(ctx, in.note, at.home.author, note->products, at.counts);
    page->products = std::move(moving.products);
    page->counts = moving.counts;
    page->me = moving.me;
    return std::move(*page);
}

Result<Rendered<NotePage>> show_note_page(ReadCtx& ctx, const ShowNote& in)
{
    const store::CountedHome at = TRY(visible_counted_home(ctx.tx, ctx.who, in.note));
    const auto shelved = lasting(ctx, in.note, at.home);
    if (!shelved) return refuse(not_found);
    return joined<NotePage>(shelved->json, moving_part(ctx, in.note, at.home.author, shelved->products, at.counts));
}

}  // namespace meadow::community
