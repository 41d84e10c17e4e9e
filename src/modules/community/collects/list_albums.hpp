#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/community/collects/model.hpp"
#include "modules/community/notes/page.hpp"

namespace meadow::community {

struct ListAlbums {
    UserId user;
};
BOOST_DESCRIBE_STRUCT(ListAlbums, (), (user))

// Mine, or the open ones of somebody else; the default album first.
Result<std::vector<Album>> list_albums(ReadCtx&, const ListAlbums&);

struct ListAlbumNotes {
    UserId user;
    AlbumId album;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListAlbumNotes, (), (user, album, cursor, limit))

// What the album holds and I may see, the last collected first. A page may be shorter than asked for; `next` still leads on.
Result<Page<NoteCard>> list_album_notes(ReadCtx&, const ListAlbumNotes&);

}  // namespace meadow::community
