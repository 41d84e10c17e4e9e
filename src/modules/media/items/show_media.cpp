#include "modules/media/items/show_media.hpp"

#include "modules/media/items/store.hpp"

namespace meadow::media {

Result<Picture> show_media(ReadCtx& ctx, const ShowMedia& in)
{
    auto item = store::find_item(ctx.tx, in.media);
    if (!item) return refuse(not_found);
    return std::move(item->picture);
}

}  // namespace meadow::media
