#include "modules/community/notes/show_note.hpp"

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
    const auto note = store::find_note(ctx.tx, home.author, id);
    auto page = note ? lasting_page(ctx.tx, *note) : std::nullopt;
    if (!page) return nullptr;
    std::string json = lasting_json(*page);
    auto rendered = std::make_shared<const ShelvedPage>(ShelvedPage{std::move(*page), std::move(json), note->products});
    if (!own) shelf.put(rendered, ctx.now);
    return rendered;
}

struct Found {
    std::shared_ptr<const ShelvedPage> lasting;
    MovingPart moving;
};

Result<Found> find(ReadCtx& ctx, NoteId note)
{
    const store::NoteHome home = TRY(visible_home(ctx.tx, ctx.who, note));
    auto shelved = lasting(ctx, note, home);
    if (!shelved) return refuse(not_found);
    auto moving = moving_part(ctx, note, home.author, shelved->products, store::find_counts(ctx.tx, home.author, note));
    return Found{std::move(shelved), std::move(moving)};
}

}  // namespace

Result<NotePage> show_note(ReadCtx& ctx, const ShowNote& in)
{
    Found found = TRY(find(ctx, in.note));
    NotePage page = found.lasting->page;
    page.products = std::move(found.moving.products);
    page.counts = found.moving.counts;
    page.me = found.moving.me;
    return page;
}

Result<Rendered<NotePage>> show_note_page(ReadCtx& ctx, const ShowNote& in)
{
    const Found found = TRY(find(ctx, in.note));
    return joined(found.lasting->json, found.moving);
}

}  // namespace meadow::community
