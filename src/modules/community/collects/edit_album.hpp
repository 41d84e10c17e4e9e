#pragma once
#include "jobs/context.hpp"
#include "modules/community/collects/model.hpp"

namespace meadow::community {

inline const Setting<std::int64_t> most_albums{"community.most_albums", 200, "How many albums one person may have"};

struct CreateAlbum {
    AlbumName name;
    std::optional<bool> open;   // closed when absent
};
BOOST_DESCRIBE_STRUCT(CreateAlbum, (), (name, open))

Result<Album> create_album(WriteCtx&, const CreateAlbum&);

// Members that are absent stay as they are. The default album keeps having no name.
struct EditAlbum {
    AlbumId album;
    std::optional<AlbumName> name;
    std::optional<bool> open;
};
BOOST_DESCRIBE_STRUCT(EditAlbum, (), (album, name, open))

Result<Album> edit_album(WriteCtx&, const EditAlbum&);

struct DeleteAlbum {
    AlbumId album;
};
BOOST_DESCRIBE_STRUCT(DeleteAlbum, (), (album))

// Its notes stay collected, in the default album.
Done delete_album(WriteCtx&, const DeleteAlbum&);

}  // namespace meadow::community
