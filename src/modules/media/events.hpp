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

}  // namespace meadow::media
