#include "modules/community/collects/collect_note.hpp"

#include "modules/community/collects/store.hpp"
#include "modules/community/events.hpp"
#include "modules/community/notes/seeing.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {
namespace {

Done take_room(WriteCtx& ctx, AlbumId album)
{
    const UserId me = ctx.who.user;
    if (store::take_room(ctx.tx, me, album, most_in_album(ctx), ctx.now)) return done();
    return store::find_album(ctx.tx, me, album) ? refuse(album_full) : refuse(not_found);
}

Done move_to(WriteCtx& ctx, NoteId note, AlbumId from, AlbumId to)
{
    if (from == to) return done();
    TRY(take_room(ctx, to));
    if (!store::move_collect(ctx.tx, ctx.who.user, note, from, to)) return refuse(note_changed);
    store::count_out(ctx.tx, ctx.who.user, from, 1);
    return done();
}

}  // namespace

Done collect_note(WriteCtx& ctx, const CollectNote& in)
{
    const UserId me = ctx.who.user;
    const store::NoteHome home = TRY(visible_home(ctx.tx, ctx.who, in.note));
    const AlbumId album = in.album.value_or(default_album(me));
    if (!store::insert_collect(ctx.tx, me, in.note, album, ctx.now)) {
        const auto present = store::find_collect(ctx.tx, me, in.note);
        return present && in.album ? move_to(ctx, in.note, *present, album) : done();
    }
    TRY(take_room(ctx, album));
    store::count_collects(ctx.tx, home.author, in.note, +1);
    ctx.tell(NoteReacted{in.note, home.author, me, Reaction::collect, false, ctx.now});
    return done();
}

Done uncollect_note(WriteCtx& ctx, const UncollectNote& in)
{
    const UserId me = ctx.who.user;
    const auto home = store::find_home(ctx.tx, in.note);
    const auto album = store::delete_collect(ctx.tx, me, in.note);
    if (!home || !album) return done();
    store::count_out(ctx.tx, me, *album, 1);
    store::count_collects(ctx.tx, home->author, in.note, -1);
    ctx.tell(NoteReacted{in.note, home->author, me, Reaction::collect, true, ctx.now});
    return done();
}

}  // namespace meadow::community
