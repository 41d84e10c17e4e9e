#include "blobs/images.hpp"

#include <algorithm>

#include "blobs/palette.hpp"
#include "blobs/refusals.hpp"
#include "blobs/vips.hpp"

namespace meadow::blobs {
namespace {

constexpr int widest = ladder[std::size(ladder) - 1];
constexpr int webp_quality = 80, jpeg_quality = 82, thumb = 32;

Refusal damaged()
{
    vips_error_clear();  // its text speaks of libraries, not to people
    return refuse(not_an_image, "The file is damaged or of another kind");
}

// Reads the header; pixels follow when they are asked for. `shrink`: JPEG can leave out detail while decoding (1, 2, 4 or 8).
bool load(std::string_view bytes, ImageType type, int shrink, VipsPicture& out)
{
    void* data = const_cast<char*>(bytes.data());  // the C interface lacks a const
    const auto strict = VIPS_FAIL_ON_WARNING;
    const auto access = VIPS_ACCESS_SEQUENTIAL;
    switch (type) {
        case ImageType::jpeg:
            return vips_jpegload_buffer(data, bytes.size(), out.out(), "shrink", shrink, "fail_on", strict, "access", access,
                                        nullptr) == 0;
        case ImageType::png:
            return vips_pngload_buffer(data, bytes.size(), out.out(), "fail_on", strict, "access", access, nullptr) == 0;
        case ImageType::webp:
            return vips_webpload_buffer(data, bytes.size(), out.out(), "fail_on", strict, "access", access, nullptr) == 0;
        case ImageType::gif:
            return vips_gifload_buffer(data, bytes.size(), out.out(), "fail_on", strict, "access", access, nullptr) == 0;
        case ImageType::none:
            break;
    }
    return false;
}

Done within(const VipsPicture& picture, const ImageLimits& limits)
{
    const std::int64_t width = picture.width(), height = picture.height();
    if (std::min(width, height) < limits.shortest_side)
        return refuse(too_small, "Every side needs at least " + std::to_string(limits.shortest_side) + " pixels");
    if (width * height > limits.pixels || std::max(width, height) > limits.longest_side)
        return refuse(too_many_pixels, "At most " + std::to_string(limits.pixels / 1'000'000) + " megapixels, and " +
                                           std::to_string(limits.longest_side) + " pixels a side");
    return done();
}

// EXIF, XMP, profiles, comments: everything that is not a pixel. `picture` must not be shared yet.
void forget_metadata(const VipsPicture& picture)
{
    gchar** fields = vips_image_get_fields(picture.get());
    for (gchar** field = fields; *field != nullptr; ++field) vips_image_remove(picture.get(), *field);  // leaves the built-in ones
    g_strfreev(fields);
}

// Upright, sRGB, 8 bits, at most `width` wide, without metadata, decoded into memory.
bool settle(const VipsPicture& from, int width, VipsPicture& out)
{
    // Without a profile the pixels are sRGB as they stand; a round trip through profile space would only shift them.
    const bool profiled = vips_image_get_typeof(from.get(), VIPS_META_ICC_NAME) != 0 ||
                          vips_image_get_interpretation(from.get()) == VIPS_INTERPRETATION_CMYK;
    VipsPicture lazy;
    const int status =
        profiled ? vips_thumbnail_image(from.get(), lazy.out(), width, "height", VIPS_MAX_COORD, "size", VIPS_SIZE_DOWN,
                                        "export_profile", "srgb", nullptr)
                 : vips_thumbnail_image(from.get(), lazy.out(), width, "height", VIPS_MAX_COORD, "size", VIPS_SIZE_DOWN, nullptr);
    if (status != 0) return false;
    *out.out() = vips_image_copy_memory(lazy.get());
    if (out.get() == nullptr) return false;
    forget_metadata(out);
    return true;
}

bool on_white(const VipsPicture& from, VipsPicture& out)
{
    if (!vips_image_hasalpha(from.get())) return vips_copy(from.get(), out.out(), nullptr) == 0;
    VipsArrayDouble* white = vips_array_double_newv(3, 255.0, 255.0, 255.0);
    const int status = vips_flatten(from.get(), out.out(), "background", white, nullptr);
    vips_area_unref(VIPS_AREA(white));
    return status == 0;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// libvips 8.14 writes an EXIF chunk with the resolution into a WebP even when told to strip. Keeps the chunks pixels are made of.
std::string pixels_only(std::string_view webp)
{
    constexpr std::size_t riff = 12, head = 8;
    std::string out(webp.substr(0, riff));
    for (std::size_t at = riff; at + head <= webp.size();) {
        const std::string_view type = webp.substr(at, 4);
        const std::size_t size = little_endian(webp, at + 4), padded = head + size + size % 2;
        if (type == "VP8X" || type == "VP8 " || type == "VP8L" || type == "ALPH") out += webp.substr(at, padded);
        at += padded;
    }
    if (out.compare(riff, 4, "VP8X") == 0)
        out[riff + head] = static_cast<char>(out[riff + head] & 0x10);  // of the flags only "alpha"
    for (std::size_t i = 0; i < 4; ++i) out[4 + i] = static_cast<char>((out.size() - head) >> (8 * i) & 255);
    return out;
}

bool encode(const VipsPicture& picture, std::vector<Variant>& variants)
{
    VipsBytes webp, jpeg;
    VipsPicture opaque;
    if (vips_webpsave_buffer(picture.get(), webp.data(), webp.size(), "Q", webp_quality, "strip", TRUE, nullptr) != 0) return false;
    if (!on_white(picture, opaque)) return false;
    if (vips_jpegsave_buffer(opaque.get(), jpeg.data(), jpeg.size(), "Q", jpeg_quality, "interlace", TRUE, "optimize_coding", TRUE,
                             "strip", TRUE, nullptr) != 0)
        return false;
    variants.push_back({picture.width(), picture.height(), "image/webp", "webp", pixels_only(webp.take())});
    variants.push_back({picture.width(), picture.height(), "image/jpeg", "jpg", jpeg.take()});
    return true;
}

bool describe_colours(const VipsPicture& picture, Image& image)
{
    VipsPicture small, opaque, rgb;
    if (vips_thumbnail_image(picture.get(), small.out(), thumb, "height", thumb, "size", VIPS_SIZE_FORCE, nullptr) != 0)
        return false;
    if (!on_white(small, opaque) || vips_colourspace(opaque.get(), rgb.out(), VIPS_INTERPRETATION_sRGB, nullptr) != 0) return false;
    VipsBytes memory;
    *memory.data() = vips_image_write_to_memory(rgb.get(), memory.size());
    if (*memory.data() == nullptr || *memory.size() != thumb * thumb * 3) return false;
    const Pixels pixels{{static_cast<const std::uint8_t*>(*memory.data()), *memory.size()}, thumb, thumb};
    image.colour = dominant_colour(pixels);
    image.blurhash = blurhash(pixels);
    return true;
}

std::vector<int> rungs(int width)
{
    std::vector<int> out;
    for (const int rung : ladder) {
        if (rung < width) out.push_back(rung);
    }
    out.push_back(std::min(width, widest));
    return out;
}

}  // namespace

ImageType sniff_image(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return ImageType::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return ImageType::png;
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return ImageType::gif;
    if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv) return ImageType::webp;
    return ImageType::none;
}

Result<Image> read_image(std::string_view bytes, const ImageLimits& limits)
{
    if (bytes.size() > limits.bytes) return refuse(too_large, "At most " + std::to_string(limits.bytes >> 20) + " MB");
    const ImageType type = sniff_image(bytes);
    if (type == ImageType::none) return refuse(not_an_image);
    start_vips();

    VipsPicture header;
    if (!load(bytes, type, 1, header)) return damaged();
    TRY(within(header, limits));
    const bool lying = vips_image_get_orientation_swap(header.get());
    Image image{header.width(), header.height(), {}, {}, {}};
    if (lying) std::swap(image.width, image.height);

    int shrink = 1;
    while (type == ImageType::jpeg && shrink < 8 && image.width / (shrink * 2) >= widest) shrink *= 2;
    VipsPicture lazy, base;
    if (!load(bytes, type, shrink, lazy) || !settle(lazy, std::min(widest, image.width), base)) return damaged();

    const std::vector<int> widths = rungs(image.width);
    for (const int width : widths) {
        VipsPicture rung;
        const bool ok = width == widths.back() ? vips_copy(base.get(), rung.out(), nullptr) == 0 : settle(base, width, rung);
        if (!ok || !encode(rung, image.variants)) return damaged();
    }
    if (!describe_colours(base, image)) return damaged();
    return image;
}

}  // namespace meadow::blobs
