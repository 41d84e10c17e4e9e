#include "modules/community/notes/life.hpp"

#include "modules/community/events.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {
namespace {

void set_timer(WriteCtx& ctx, const Note& note)
{
    if (note.state == NoteState::scheduled) ctx.tell_at(note.due_at, NoteDue{note.id, note.author});
}

void tell_mentioned(WriteCtx& ctx, const Note& note)
{
    for (const UserId user : mentioned_in(note.tags))
        if (user != note.author) ctx.tell(Mentioned{user, note.author, note.id, {}, ctx.now});
}

}  // namespace

Result<Publication> publication(const ReadCtx& ctx, std::optional<Instant> publish_at)
{
    if (!publish_at) return Publication{NoteState::published, {}};
    if (*publish_at <= ctx.now || *publish_at > ctx.now + schedule_within(ctx))
        return refuse(schedule_out_of_reach, "Choose a time within " + text(schedule_within(ctx)) + " from now");
    return Publication{NoteState::scheduled, *publish_at};
}

void tell_audience(WriteCtx& ctx, Audience before, const Note& after)
{
    const bool seen = after.audience() == Audience::everybody || after.audience() == Audience::friends;
    if (after.audience() == Audience::everybody) ctx.tell(NotePublished{after.id, after.author, after.published_at});
    else if (before == Audience::everybody) ctx.tell(NoteWithdrawn{after.id, after.author});
    if (seen) tell_mentioned(ctx, after);
}

void begin_note(WriteCtx& ctx, const Note& note)
{
    store::insert_note(ctx.tx, note);
    if (note.state == NoteState::draft) return;
    store::append_move(ctx.tx, {note.author, note.id, ctx.ids.next(), NoteState::draft, note.state, ctx.who.user, "", ctx.now});
    set_timer(ctx, note);
    tell_audience(ctx, Audience::author, note);
}

Result<Note> change_state(WriteCtx& ctx, const Note& before, NoteState to, std::string_view reason, Instant due)
{
    if (!may_move(before.state, to)) return refuse(note_elsewhere, "It is " + name_of(before.state));
    Note after = before;
    after.state = to;
    after.due_at = due;
    if (to == NoteState::published && !after.published_at) after.published_at = ctx.now;

    // The version is part of the guard: the audience below was decided from the visibility that was read.
    if (!store::move_note(ctx.tx, after, before.state)) return refuse(note_changed);
    ++after.version;
    store::append_move(ctx.tx, {after.author, after.id, ctx.ids.next(), before.state, to, ctx.who.user, std::string(reason), ctx.now});
    set_timer(ctx, after);
    tell_audience(ctx, before.audience(), after);
    return after;
}

}  // namespace meadow::community
