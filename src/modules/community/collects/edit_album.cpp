#include "modules/community/collects/edit_album.hpp"

#include "modules/community/collects/store.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

Result<Album> create_album(WriteCtx& ctx, const CreateAlbum& in)
{
    const UserId me = ctx.who.user;
    if (std::int64_t(store::list_albums(ctx.tx, me).size()) >= most_albums(ctx)) return refuse(too_many_albums);
    const Album album{me, ctx.new_id<AlbumId>(), in.name, in.open.value_or(false), 0, ctx.now};
    store::insert_album(ctx.tx, album);
    return album;
}

Result<Album> edit_album(WriteCtx& ctx, const EditAlbum& in)
{
    const UserId me = ctx.who.user;
    auto album = store::find_album(ctx.tx, me, in.album);
    if (!album) return refuse(not_found);
    if (in.name && in.album == default_album(me)) return refuse(default_album_stays, "It has no name of its own");
    if (in.name) album->name = *in.name;
    if (in.open) album->open = *in.open;
    if (!store::update_album(ctx.tx, me, in.album, album->name, album->open)) return refuse(not_found);
    return *album;
}

Done delete_album(WriteCtx& ctx, const DeleteAlbum& in)
{
    const UserId me = ctx.who.user;
    if (in.album == default_album(me)) return refuse(default_album_stays);
    if (!store::delete_album(ctx.tx, me, in.album)) return refuse(not_found);
    const std::int64_t moved = store::move_collects(ctx.tx, me, in.album, default_album(me));
    if (moved > 0) store::count_into_default(ctx.tx, me, moved, ctx.now);
    return done();
}

}  // namespace meadow::community
