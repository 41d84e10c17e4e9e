#include "modules/community/notes/list_own_notes.hpp"

#include "modules/community/notes/seeing.hpp"

namespace meadow::community {

Result<Page<NoteCard>> list_own_notes(ReadCtx& ctx, const ListOwnNotes& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto rows = page_of(store::list_own(ctx.tx, ctx.who.user, in.state, NoteId{cursor->first}, in.limit + 1), in.limit,
                              [](const store::CountedNote& row) { return Cursor{row.note.id.value, 0}; });
    return Page<NoteCard>{cards_of(ctx, rows.items), rows.next};
}

Result<Page<store::NoteEdit>> list_note_history(ReadCtx& ctx, const ListNoteHistory& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    TRY(own_note(ctx.tx, ctx.who, in.note));
    return page_of(store::list_edits(ctx.tx, ctx.who.user, in.note, cursor->first, in.limit + 1), in.limit,
                   [](const store::NoteEdit& row) { return Cursor{row.version, 0}; });
}

}  // namespace meadow::community
