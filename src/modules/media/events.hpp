// What media tells the street.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::media {

struct MediaStored {
    static constexpr std::string_view kind = "media.stored";
    MediaId media;
    UserId owner;
};
BOOST_DESCRIBE_STRUCT(MediaStored, (), (media, owner))

// Told by media to itself: somebody who has left still owns uploads.
struct UploadsToDisown {
    static constexpr std::string_view kind = "media.uploads_to_disown";
    UserId owner;
};
BOOST_DESCRIBE_STRUCT(UploadsToDisown, (), (owner))

}  // namespace meadow::media
