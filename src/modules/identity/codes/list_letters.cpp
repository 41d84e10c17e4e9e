#include "modules/identity/codes/list_letters.hpp"

namespace meadow::identity {

Result<Page<store::KeptLetter>> list_letters(ReadCtx& ctx, const ListLetters& in)
{
    if (!mailbox_shown(ctx) && !ctx.who.is(Role::operator_)) return refuse(not_found);
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return page_of(store::list_letters(ctx.tx, cursor->first, in.limit + 1), in.limit, [](const auto& l) { return Cursor{l.id.value, 0}; });
}

}  // namespace meadow::identity
