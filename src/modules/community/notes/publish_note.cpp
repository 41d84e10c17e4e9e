#include "modules/community/notes/publish_note.hpp"

#include "modules/community/notes/compose.hpp"
#include "modules/community/notes/life.hpp"
#include "modules/community/notes/seeing.hpp"
#include "modules/community/notes/show_note.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

Result<NotePage> publish_note(WriteCtx& ctx, const PublishNote& in)
{
    const Publication when = TRY(publication(ctx, in.publish_at));
    Note blank;
    blank.author = ctx.who.user;
    Note note = TRY(compose(ctx.tx, in, std::move(blank)));
    TRY(complete(note));

    note.id = ctx.new_id<NoteId>();
    note.state = when.state;
    note.visibility = in.visibility.value_or(Visibility::public_);
    note.created_at = ctx.now;
    note.due_at = when.due;
    if (note.state == NoteState::published) note.published_at = ctx.now;
    begin_note(ctx, note);
    return show_note(ctx, {note.id});
}

Result<NotePage> publish_draft(WriteCtx& ctx, const PublishDraft& in)
{
    const Publication when = TRY(publication(ctx, in.publish_at));
    const Note draft = TRY(own_note(ctx.tx, ctx.who, in.note));
    if (draft.version != in.expected_version) return refuse(note_changed, "It stands at version " + std::to_string(draft.version));
    if (draft.state != NoteState::draft) return refuse(note_elsewhere, "It is " + name_of(draft.state));

    // What a draft pins may have changed its price or owner since it was saved.
    const Note note = TRY(compose(ctx.tx, content_of(draft), draft));
    TRY(complete(note));
    if (!store::replace_content(ctx.tx, draft, note, draft.version)) return refuse(note_changed);
    Note saved = note;
    ++saved.version;
    TRY(change_state(ctx, saved, when.state, "", when.due));
    return show_note(ctx, {note.id});
}

}  // namespace meadow::community
