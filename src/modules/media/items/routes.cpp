#include "blobs/refusals.hpp"
#include "http/router.hpp"
#include "modules/media/items/serve_file.hpp"
#include "modules/media/items/show_media.hpp"
#include "modules/media/items/upload_media.hpp"
#include "modules/media/refusals.hpp"

namespace meadow::media {

using http::Limit;
using http::needs;
using http::Scope;

constexpr std::size_t largest_upload = 100 << 20;  // of a video (blobs::VideoLimits); a picture is refused beyond its own

void item_routes(http::On on)
{
    on.post("/v1/media", needs(Scope::user), keep_upload, upload_media)
        .slow()
        .created()
        .limited(Limit::upload)
        .body_cap(largest_upload)
        .may_refuse(wrong_type, over_quota, unfit_cover, blobs::not_an_image, blobs::too_large, blobs::too_many_pixels,
                    blobs::too_small, blobs::not_a_video, blobs::too_long)
        .says("Upload a picture or an MP4 video; the body is the file");
    on.get("/v1/media/{media}", needs(Scope::anyone), show_media)
        .may_refuse(not_found)
        .cache("public, max-age=86400")
        .says("A picture or video: its sizes and what stands in for it while it loads");
    on.get("/media/{key}/{name}", needs(Scope::anyone), serve_file).may_refuse(not_found).internal();
}

}  // namespace meadow::media
