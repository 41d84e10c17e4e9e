#include "modules/media/items/upload_media.hpp"

#include <algorithm>

#include "blobs/covers.hpp"
#include "blobs/images.hpp"
#include "blobs/store.hpp"
#include "blobs/video.hpp"
#include "modules/media/events.hpp"
#include "modules/media/items/store.hpp"
#include "modules/media/refusals.hpp"

namespace meadow::media {
namespace {

constexpr int cover_side = 1080;  // the longer one of a painted cover

Kept keep_image(blobs::Store& blobs, const blobs::Image& image)
{
    Kept out;
    out.picture.kind = MediaKind::image;
    out.picture.width = image.width;
    out.picture.height = image.height;
    out.picture.colour = image.colour;
    out.picture.blurhash = image.blurhash;
    for (const blobs::Variant& variant : image.variants) {
        out.files.push_back({std::to_string(variant.width) + "." + variant.extension, blobs.put(variant.bytes, variant.extension),
                             variant.content_type});
        auto& widths = out.picture.widths;
        if (std::find(widths.begin(), widths.end(), variant.width) == widths.end()) widths.push_back(variant.width);
    }
    return out;
}

// A still in the video's proportions; the same video gets the same one.
Result<Kept> paint_cover(blobs::Store& blobs, const blobs::Video& video, const std::string& video_blob)
{
    const auto side = [&](int length) {
        return std::max(16, int(std::int64_t{cover_side} * length / std::max(video.width, video.height)));
    };
    const auto seed = std::hash<std::string>{}(video_blob);
    return keep_image(blobs, TRY(blobs::read_image(blobs::make_cover(seed, side(video.width), side(video.height)))));
}

Result<Kept> chosen_cover(ReadCtx& ctx, MediaId cover)
{
    const auto item = store::find_item(ctx.tx, cover);
    if (!item || item->owner != ctx.who.user || item->picture.kind != MediaKind::image) return refuse(unfit_cover);
    return Kept{item->picture, 0, store::list_files(ctx.tx, item->picture.key)};
}

Result<Kept> keep_video(ReadCtx& ctx, const UploadMedia& in)
{
    auto& blobs = ctx.outside<blobs::Store>();
    const blobs::Video video = TRY(blobs::read_video(in.file.bytes));
    const std::string blob = blobs.put(in.file.bytes, "mp4");
    Kept out = in.cover ? TRY(chosen_cover(ctx, *in.cover)) : TRY(paint_cover(blobs, video, blob));
    out.picture.kind = MediaKind::video;
    out.picture.width = video.width;
    out.picture.height = video.height;
    out.duration_ms = video.duration.count();
    out.files.push_back({"video.mp4", blob, "video/mp4"});
    return out;
}

}  // namespace

Result<Kept> keep_upload(ReadCtx& ctx, const UploadMedia& in)
{
    const bool is_video = in.file.content_type == "video/mp4";
    if (!is_video && !in.file.content_type.starts_with("image/")) return refuse(wrong_type);
    if (!is_video && in.cover) return refuse(bad_input, "", {{"?cover", "only a video has one"}});

    Kept out = is_video ? TRY(keep_video(ctx, in)) : keep_image(ctx.outside<blobs::Store>(), TRY(blobs::read_image(in.file.bytes)));
    out.picture.key = key_of(out.files);
    return out;
}

Result<Picture> upload_media(WriteCtx& ctx, const UploadMedia& in, const Kept& kept)
{
    const store::Quota quota{daily_uploads(ctx), daily_bytes(ctx)};
    if (!store::count_upload(ctx.tx, ctx.who.user, day_of(ctx.now), std::int64_t(in.file.bytes.size()), quota))
        return refuse(over_quota);

    Item item{kept.picture, ctx.who.user, kept.duration_ms, ctx.now};
    item.picture.id = ctx.new_id<MediaId>();
    for (const File& file : kept.files) store::put_file(ctx.tx, item.picture.key, file);
    store::insert_item(ctx.tx, item);
    ctx.tell(MediaStored{item.picture.id, item.owner});
    return item.picture;
}

}  // namespace meadow::media
