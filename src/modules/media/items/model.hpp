// An upload, decoded and kept: what its row and its files say.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "modules/media/media.hpp"

namespace meadow::media {

// A row of media_items: what others see of it, and what they do not.
struct Item {
    Picture picture;
    UserId owner;
    std::int64_t duration_ms = 0;
    Instant uploaded_at;
};
BOOST_DESCRIBE_STRUCT(Item, (), (picture, owner, duration_ms, uploaded_at))

// One file of a key, as it is addressed and where it is kept.
struct File {
    std::string name;  // "480.webp", "video.mp4"
    std::string blob;
    std::string content_type;
};
BOOST_DESCRIBE_STRUCT(File, (), (name, blob, content_type))

// The address of a set of files: the same files, the same key. 32 hexadecimal digits.
std::string key_of(const std::vector<File>&);

// The day an upload is counted on: since 1970, UTC.
constexpr std::int64_t day_of(Instant at) { return at.us / (24 * 3600 * std::int64_t{1'000'000}); }

}  // namespace meadow::media
