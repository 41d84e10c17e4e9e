#include "modules/community/likes/like_note.hpp"

#include "modules/community/events.hpp"
#include "modules/community/likes/store.hpp"
#include "modules/community/notes/seeing.hpp"

namespace meadow::community {

Done like_note(WriteCtx& ctx, const LikeNote& in)
{
    const store::NoteHome home = TRY(visible_home(ctx.tx, ctx.who, in.note));
    // The row decides: of two taps, or two phones, one inserts it and moves the counter.
    if (!store::insert_like(ctx.tx, ctx.who.user, in.note, ctx.now)) return done();
    store::count_likes(ctx.tx, home.author, in.note, +1);
    ctx.tell(NoteReacted{in.note, home.author, ctx.who.user, Reaction::like, false, ctx.now});
    return done();
}

Done unlike_note(WriteCtx& ctx, const LikeNote& in)
{
    const auto home = store::find_home(ctx.tx, in.note);
    if (!home || !store::delete_like(ctx.tx, ctx.who.user, in.note)) return done();
    store::count_likes(ctx.tx, home->author, in.note, -1);
    ctx.tell(NoteReacted{in.note, home->author, ctx.who.user, Reaction::like, true, ctx.now});
    return done();
}

}  // namespace meadow::community
