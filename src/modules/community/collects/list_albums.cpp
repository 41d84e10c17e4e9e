#include "modules/community/collects/list_albums.hpp"

#include <algorithm>

#include "modules/community/collects/store.hpp"
#include "modules/community/notes/seeing.hpp"

namespace meadow::community {

Result<std::vector<Album>> list_albums(ReadCtx& ctx, const ListAlbums& in)
{
    auto albums = store::list_albums(ctx.tx, in.user);
    if (ctx.who.user != in.user) albums.erase(std::remove_if(albums.begin(), albums.end(), [](const Album& a) { return !a.open; }), albums.end());
    return albums;
}

Result<Page<NoteCard>> list_album_notes(ReadCtx& ctx, const ListAlbumNotes& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto album = store::find_album(ctx.tx, in.user, in.album);
    if (!album || (!album->open && ctx.who.user != in.user)) return refuse(not_found);

    const auto rows = page_of(store::list_collects(ctx.tx, in.user, in.album, *cursor, in.limit + 1), in.limit,
                              [](const store::CollectRow& row) { return Cursor{row.at.us, row.note.value}; });
    std::vector<NoteId> ids;
    for (const auto& row : rows.items) ids.push_back(row.note);
    return Page<NoteCard>{cards_of(ctx, visible_notes(ctx.tx, ctx.who, ids)), rows.next};
}

}  // namespace meadow::community
