#include "modules/community/notes/show_note.hpp"

#include "modules/community/notes/seeing.hpp"

namespace meadow::community {

Result<NotePage> show_note(ReadCtx& ctx, const ShowNote& in)
{
    const store::NoteHome home = TRY(visible_home(ctx.tx, ctx.who, in.note));
    const auto note = store::find_counted(ctx.tx, home.author, in.note);
    if (!note) return refuse(not_found);
    auto page = note_page(ctx, *note);
    if (!page) return refuse(not_found);
    return std::move(*page);
}

}  // namespace meadow::community
