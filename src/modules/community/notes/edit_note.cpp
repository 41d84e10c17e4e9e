#include "modules/community/notes/edit_note.hpp"

#include "modules/community/notes/compose.hpp"
#include "modules/community/notes/life.hpp"
#include "modules/community/notes/seeing.hpp"
#include "modules/community/notes/show_note.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {
namespace {

Done replace(WriteCtx& ctx, const Note& before, const Note& after)
{
    if (!store::replace_content(ctx.tx, before, after, before.version)) return refuse(note_changed);
    tell_audience(ctx, before.audience(), after);
    return done();
}

}  // namespace

Result<NotePage> edit_note(WriteCtx& ctx, const EditNote& in)
{
    const Note before = TRY(own_note(ctx.tx, ctx.who, in.note));
    if (before.state == NoteState::draft) return refuse(note_elsewhere, "Save the draft instead");
    if (before.version != in.expected_version) return refuse(note_changed, "It stands at version " + std::to_string(before.version));

    Note after = TRY(compose(ctx.tx, in, before));
    TRY(complete(after));
    after.visibility = in.visibility.value_or(before.visibility);
    if (before.published_at) {
        after.edited_at = ctx.now;
        store::append_edit(ctx.tx, before.author, before.id, {before.version, RawJson{to_json(content_of(before))}, ctx.now});
    }
    TRY(replace(ctx, before, after));
    return show_note(ctx, {in.note});
}

Done set_visibility(WriteCtx& ctx, const SetVisibility& in)
{
    const Note before = TRY(own_note(ctx.tx, ctx.who, in.note));
    if (before.visibility == in.visibility) return done();
    Note after = before;
    after.visibility = in.visibility;
    return replace(ctx, before, after);
}

}  // namespace meadow::community
