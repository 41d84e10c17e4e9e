#include "modules/community/likes/list_liked_notes.hpp"

#include "modules/community/likes/store.hpp"
#include "modules/community/notes/seeing.hpp"

namespace meadow::community {

Result<Page<NoteCard>> list_liked_notes(ReadCtx& ctx, const ListLikedNotes& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto ids = page_of(store::list_liked(ctx.tx, ctx.who.user, NoteId{cursor->first}, in.limit + 1), in.limit,
                             [](NoteId id) { return Cursor{id.value, 0}; });
    return Page<NoteCard>{cards_of(ctx, visible_notes(ctx.tx, ctx.who, ids.items)), ids.next};
}

}  // namespace meadow::community
