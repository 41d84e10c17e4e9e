#pragma once
#include "jobs/context.hpp"
#include "modules/media/items/model.hpp"

namespace meadow::media {

inline const Setting<std::int64_t> daily_uploads{"media.daily_uploads", 500, "How many files one person may upload in a day"};
inline const Setting<std::int64_t> daily_bytes{"media.daily_bytes", 2'000'000'000, "How many bytes one person may upload in a day"};

// image/*: a picture. video/mp4: a video; `cover` names a picture of the same person's, without one a cover is painted.
struct UploadMedia {
    Upload file;
    std::optional<MediaId> cover;
};
BOOST_DESCRIBE_STRUCT(UploadMedia, (), (file, cover))

// The files are written and durable; nothing knows of them yet. When the upload ends here, the sweep takes them away.
struct Kept {
    Picture picture;  // without an id
    std::int64_t duration_ms = 0;
    std::vector<File> files;
};

// On the slow pool: decodes, encodes anew, writes the files.
Result<Kept> keep_upload(ReadCtx&, const UploadMedia&);
Result<Picture> upload_media(WriteCtx&, const UploadMedia&, const Kept&);

}  // namespace meadow::media
