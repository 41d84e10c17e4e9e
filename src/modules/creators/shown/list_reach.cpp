#include "modules/creators/shown/list_reach.hpp"

namespace meadow::creators {

Result<Page<store::Reach>> list_reach(ReadCtx& ctx, const ListReach& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return page_of(store::list_reach(ctx.tx, ctx.who.user, NoteId{cursor->first}, in.limit + 1), in.limit,
                   [](const store::Reach& row) { return Cursor{row.note.value, 0}; });
}

}  // namespace meadow::creators
