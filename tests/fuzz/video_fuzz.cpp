// Arbitrary bytes as an MP4: no crash, and what is accepted keeps its promises.
#include <cstdint>
#include <cstdlib>

#include "blobs/video.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto video = meadow::blobs::read_video({reinterpret_cast<const char*>(data), size});
    if (!video.ok()) return 0;
    const bool sound = video.value().width >= 16 && video.value().width <= 8192 && video.value().height >= 16 &&
                       video.value().height <= 8192 && video.value().duration.count() > 0 &&
                       video.value().duration <= std::chrono::minutes(5);
    if (!sound) std::abort();
    return 0;
}
