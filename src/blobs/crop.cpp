#include "blobs/crop.hpp"

#include <algorithm>
#include <stdexcept>

#include "blobs/vips.hpp"

namespace meadow::blobs {

std::string cropped(std::string_view jpeg, const Crop& crop)
{
    start_vips();
    VipsPicture whole, part, small;
    if (vips_jpegload_buffer(const_cast<char*>(jpeg.data()), jpeg.size(), whole.out(), nullptr) != 0) throw std::runtime_error("not a JPEG");
    const double width = std::min(double(whole.width()), whole.height() * crop.ratio) / crop.zoom;
    const int wide = std::max(1, int(width)), high = std::clamp(int(width / crop.ratio), 1, whole.height());
    const int left = int((whole.width() - wide) * crop.across), top = int((whole.height() - high) * crop.down);
    if (vips_extract_area(whole.get(), part.out(), left, top, wide, high, nullptr) != 0) throw std::runtime_error("cannot crop");
    if (vips_thumbnail_image(part.get(), small.out(), crop.width, "height", VIPS_MAX_COORD, "size", VIPS_SIZE_DOWN, nullptr) != 0)
        throw std::runtime_error("cannot shrink");
    VipsBytes out;
    if (vips_jpegsave_buffer(small.get(), out.data(), out.size(), "Q", 92, nullptr) != 0) throw std::runtime_error("cannot encode");
    return out.take();
}

}  // namespace meadow::blobs
