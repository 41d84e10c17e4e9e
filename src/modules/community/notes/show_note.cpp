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
    auto rendered = std::make_shared<const ShelvedPage>(ShelvedPage{std::move(*page), note->products});
    if (!own) shelf.put(rendered, ctx.now);
    return rendered;
}

}  // namespace

Result<NotePage> show_note(ReadCtx& ctx, const ShowNote& in)
{
    const store::NoteHome home = TRY(visible_home(ctx.tx, ctx.who, in.note));
    const auto shelved = lasting(ctx, in.note, home);
    if (!shelved) return refuse(not_found);
    NotePage page = shelved->page;
    bring_up_to_date(ctx, page, shelved->products, store::find_counts(ctx.tx, home.author, in.note));
    return page;
}

}  // namespace meadow::community
