#include "modules/community/notes/save_draft.hpp"

#include "modules/community/notes/compose.hpp"
#include "modules/community/notes/life.hpp"
#include "modules/community/notes/seeing.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

Result<SavedDraft> start_draft(WriteCtx& ctx, const StartDraft& in)
{
    if (store::count_in_state(ctx.tx, ctx.who.user, NoteState::draft) >= most_drafts(ctx)) return refuse(too_many_drafts, "Publish or delete one");
    Note blank;
    blank.author = ctx.who.user;
    Note draft = TRY(compose(ctx.tx, in, std::move(blank)));
    draft.id = ctx.new_id<NoteId>();
    draft.visibility = in.visibility.value_or(Visibility::public_);
    draft.created_at = ctx.now;
    begin_note(ctx, draft);
    return SavedDraft{draft.id, draft.version};
}

Result<SavedDraft> save_draft(WriteCtx& ctx, const SaveDraft& in)
{
    const Note before = TRY(own_note(ctx.tx, ctx.who, in.note));
    if (before.state != NoteState::draft) return refuse(note_elsewhere, "It is " + name_of(before.state));
    Note after = TRY(compose(ctx.tx, in, before));
    after.visibility = in.visibility.value_or(before.visibility);
    if (!store::replace_content(ctx.tx, before, after, in.expected_version))
        return refuse(note_changed, "It stands at version " + std::to_string(before.version));
    return SavedDraft{in.note, in.expected_version + 1};
}

Result<SavedDraft> unschedule_note(WriteCtx& ctx, const UnscheduleNote& in)
{
    const Note scheduled = TRY(own_note(ctx.tx, ctx.who, in.note));
    if (scheduled.state != NoteState::scheduled) return refuse(note_elsewhere, "It is " + name_of(scheduled.state));
    const Note draft = TRY(change_state(ctx, scheduled, NoteState::draft, ""));
    return SavedDraft{draft.id, draft.version};
}

}  // namespace meadow::community
