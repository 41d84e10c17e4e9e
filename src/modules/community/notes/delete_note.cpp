#include "modules/community/notes/delete_note.hpp"

#include "modules/community/notes/life.hpp"
#include "modules/community/notes/seeing.hpp"

namespace meadow::community {

Done delete_note(WriteCtx& ctx, const DeleteNote& in)
{
    const Note note = TRY(own_note(ctx.tx, ctx.who, in.note));
    TRY(change_state(ctx, note, NoteState::deleted, ""));
    return done();
}

}  // namespace meadow::community
