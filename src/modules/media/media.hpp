// The front door of media: pictures and videos that people have uploaded.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::media {

enum class MediaKind : std::uint8_t { image, video };
BOOST_DESCRIBE_ENUM(MediaKind, image, video)

// What a page needs to lay a picture out before it is loaded. `widths` are the sizes that exist; their addresses are
// /media/<key>/<width>.webp and .jpg (a video: /media/<key>/video.mp4, its cover like a picture).
struct Picture {
    MediaId id;
    MediaKind kind{};
    std::string key;
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::vector<std::int64_t> widths;
    std::string colour;        // dominant, "#a1b2c3"
    std::string blurhash;
};
BOOST_DESCRIBE_STRUCT(Picture, (), (id, kind, key, width, height, widths, colour, blurhash))

// Those that exist, in no particular order.
std::vector<Picture> pictures(db::ReadTx&, const std::vector<MediaId>&);
// To be called by whoever is about to show them: whether all of them exist and belong to `owner`, for nobody publishes another's upload.
// They count as used from now on; what nobody uses within a day is swept (items/sweep_unused.hpp).
bool use(db::Tx&, UserId owner, const std::vector<MediaId>&);

// Every file that an upload consists of, by its name in blobs::Store, each once. For audits and backups.
void each_blob(db::ReadTx&, const std::function<void(const std::string& name)>&);

}  // namespace meadow::media
