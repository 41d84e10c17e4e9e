// Arbitrary bytes as a picture, kept small so that the fuzzer sees many: no crash, and what is accepted keeps its promises.
#include <cstdint>
#include <cstdlib>

#include "blobs/images.hpp"

using namespace meadow::blobs;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const ImageLimits limits{.bytes = 64 << 10, .pixels = 10'000};
    const auto image = read_image(bytes, limits);
    if (!image.ok()) return 0;
    if (sniff_image(bytes) == ImageType::none) std::abort();
    for (const Variant& v : image.value().variants) {
        const ImageType due = v.extension == "webp" ? ImageType::webp : ImageType::jpeg;
        if (sniff_image(v.bytes) != due || v.width > image.value().width || v.width < 1 || v.height < 1) std::abort();
    }
    return 0;
}
