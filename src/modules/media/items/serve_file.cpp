#include "modules/media/items/serve_file.hpp"

#include "blobs/store.hpp"
#include "modules/media/items/store.hpp"

namespace meadow::media {

Result<http::Content> serve_file(ReadCtx& ctx, const ServeFile& in)
{
    const auto file = store::find_file(ctx.tx, in.key, in.name);
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
