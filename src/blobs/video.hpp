// MP4 videos are kept as they come; this only makes sure that they are what they say. Nothing is decoded or rewritten.
#pragma once
#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace meadow::blobs {

struct VideoLimits {
    std::size_t bytes = 100 << 20;
    std::chrono::milliseconds duration = std::chrono::minutes(5);
    int longest_side = 8192;
};

struct Video {
    int width;  // as shown: after the track's rotation
    int height;
    std::chrono::milliseconds duration;
};

// Checks the box structure of ISO/IEC 14496-12: `ftyp` first and of an MP4 brand, exactly one `moov`, some `mdat`, every box inside
// its parent with no byte left over, at most 10,000 boxes; a duration from `mvhd`; one video track with dimensions from `tkhd` and
// a codec browsers play (H.264, H.265, AV1, VP9). Fragmented files and QuickTime are refused.
// Refuses: not_a_video, too_large, too_long.
Result<Video> read_video(std::string_view bytes, const VideoLimits& limits = {});

}  // namespace meadow::blobs
