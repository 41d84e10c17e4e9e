#include "modules/media/items/serve_file.hpp"

#include <algorithm>
#include <charconv>

#include "blobs/store.hpp"
#include "modules/media/items/store.hpp"

namespace meadow::media {
namespace {

// "240.webp" of a picture: the narrowest file that is at least 240 wide, else the widest there is.
std::string nearest(const Picture& picture, std::string_view name)
{
    std::int64_t wanted = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), wanted);
    if (error != std::errc{} || picture.widths.empty()) return std::string(name);
    const auto fits = std::lower_bound(picture.widths.begin(), picture.widths.end(), wanted);
    const auto width = fits == picture.widths.end() ? picture.widths.back() : *fits;
    return std::to_string(width) + std::string(end, name.data() + name.size());
}

std::optional<File> find(ReadCtx& ctx, const ServeFile& in)
{
    const auto id = parse_id(MediaId::prefix(), in.key);
    if (!id) return store::find_file(ctx.tx, in.key, in.name);
    const auto item = store::find_item(ctx.tx, MediaId{*id});
    if (!item) return std::nullopt;
    return store::find_file(ctx.tx, item->picture.key, nearest(item->picture, in.name));
}

}  // namespace

Result<http::Content> serve_file(ReadCtx& ctx, const ServeFile& in)
{
    const auto file = find(ctx, in);
    if (!file) return refuse(not_found);
    http::Content out;
    out.content_type = file->content_type;
    out.file = ctx.outside<blobs::Store>().path_of(file->blob);
    out.compressible = false;
    out.headers = {{"Cache-Control", "public, max-age=31536000, immutable"},
                   {"X-Content-Type-Options", "nosniff"},
                   {"Content-Security-Policy", "default-src 'none'; sandbox"}};
    return out;
}

}  // namespace meadow::media
