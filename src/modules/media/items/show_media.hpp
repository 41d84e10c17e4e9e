#pragma once
#include "jobs/context.hpp"
#include "modules/media/media.hpp"

namespace meadow::media {

struct ShowMedia {
    MediaId media;
};
BOOST_DESCRIBE_STRUCT(ShowMedia, (), (media))

Result<Picture> show_media(ReadCtx&, const ShowMedia&);

}  // namespace meadow::media
