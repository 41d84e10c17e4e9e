#include "blobs/images.hpp"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <thread>

#include "blobs/covers.hpp"
#include "blobs/palette.hpp"
#include "blobs/refusals.hpp"
#include "blobs/vips.hpp"

namespace meadow::blobs {
namespace {

using Pixel = std::array<int, 3>;
using Painter = std::function<Pixel(int x, int y)>;
using Save = int (*)(VipsImage*, void**, std::size_t*);

int save_png(VipsImage* in, void** data, std::size_t* size) { return vips_pngsave_buffer(in, data, size, nullptr); }
int save_jpeg(VipsImage* in, void** data, std::size_t* size) { return vips_jpegsave_buffer(in, data, size, "Q", 95, nullptr); }
int save_webp(VipsImage* in, void** data, std::size_t* size)
{
    return vips_webpsave_buffer(in, data, size, "lossless", TRUE, nullptr);
}
int save_gif(VipsImage* in, void** data, std::size_t* size) { return vips_gifsave_buffer(in, data, size, nullptr); }
int save_tiff(VipsImage* in, void** data, std::size_t* size) { return vips_tiffsave_buffer(in, data, size, nullptr); }

std::string paint(int width, int height, Save save, const Painter& painter)
{
    start_vips();
    std::vector<unsigned char> pixels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (const int value : painter(x, y)) pixels.push_back(static_cast<unsigned char>(value));
        }
    }
    VipsPicture picture;
    *picture.out() = vips_image_new_from_memory_copy(pixels.data(), pixels.size(), width, height, 3, VIPS_FORMAT_UCHAR);
    VipsPicture srgb;
    EXPECT_EQ(vips_copy(picture.get(), srgb.out(), "interpretation", VIPS_INTERPRETATION_sRGB, nullptr), 0);
    VipsBytes bytes;
    EXPECT_EQ(save(srgb.get(), bytes.data(), bytes.size()), 0) << vips_error_buffer();
    return bytes.take();
}

constexpr Pixel red{220, 20, 20}, blue{20, 20, 220};
Pixel red_left_of_32(int x, int) { return x < 32 ? red : blue; }

Pixel pixel_of(const std::string& bytes, int x, int y)
{
    VipsPicture picture;
    *picture.out() = vips_image_new_from_buffer(bytes.data(), bytes.size(), "", nullptr);
    double* values = nullptr;
    int count = 0;
    Pixel out{};
    if (picture.get() == nullptr || vips_getpoint(picture.get(), &values, &count, x, y, nullptr) != 0) return out;
    for (std::size_t i = 0; i < 3; ++i) out[i] = static_cast<int>(values[i]);
    g_free(values);
    return out;
}

void expect_near(const Pixel& got, const Pixel& want)
{
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(got[i], want[i], 40) << i;
}

// A JPEG with EXIF in front: an orientation, a GPS latitude and a telling comment. TIFF 6.0 and EXIF 2.3, big endian.
std::string with_exif(const std::string& jpeg, char orientation)
{
    using namespace std::string_literals;
    const std::string tiff =
        "MM\0\x2a\0\0\0\x08"s
        "\0\x03"s                              // IFD0: three entries
        "\x01\x0e\0\x02\0\0\0\x0c\0\0\0\x32"s  // ImageDescription, 12 bytes at 50
        "\x01\x12\0\x03\0\0\0\x01\0"s +
        orientation + "\0\0"s +                // Orientation
        "\x88\x25\0\x04\0\0\0\x01\0\0\0\x3e"s  // GPS IFD at 62
        "\0\0\0\0"s
        "SECRETPLACE\0"s
        "\0\x01"s
        "\0\x01\0\x02\0\0\0\x02N\0\0\0"s  // GPSLatitudeRef
        "\0\0\0\0"s;
    const std::string app1 = "Exif\0\0"s + tiff;
    const std::size_t size = app1.size() + 2;
    return jpeg.substr(0, 2) + "\xff\xe1"s + static_cast<char>(size >> 8) + static_cast<char>(size & 255) + app1 + jpeg.substr(2);
}

std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t crc = ~0u;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

void put_word(std::string& bytes, std::size_t at, std::uint32_t value)
{
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (24 - 8 * i));
}

void expect_refused(std::string_view bytes, const RefusalKind& kind, const ImageLimits& limits = {})
{
    auto result = read_image(bytes, limits);
    ASSERT_FALSE(result.ok());
    EXPECT_TRUE(result.refusal().is(kind)) << result.refusal().kind->key;
}

TEST(Images, become_a_ladder_of_webp_and_jpeg_that_is_never_enlarged)
{
    auto image = read_image(make_cover(1, 800, 600));
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(image->width, 800);
    EXPECT_EQ(image->height, 600);
    ASSERT_EQ(image->variants.size(), 8u);
    const int widths[] = {240, 480, 720, 800};
    for (std::size_t i = 0; i < 8; ++i) {
        const Variant& v = image->variants[i];
        EXPECT_EQ(v.width, widths[i / 2]);
        EXPECT_EQ(v.height, v.width * 3 / 4);
        EXPECT_EQ(v.content_type, i % 2 == 0 ? "image/webp" : "image/jpeg");
        EXPECT_EQ(sniff_image(v.bytes), i % 2 == 0 ? ImageType::webp : ImageType::jpeg);
    }
    auto large = read_image(make_cover(2, 3200, 800));
    ASSERT_TRUE(large.ok());
    EXPECT_EQ(large->width, 3200);
    EXPECT_EQ(large->variants.back().width, 1440);
    EXPECT_EQ(large->variants.back().height, 360);
    auto tiny = read_image(make_cover(3, 20, 30));
    ASSERT_TRUE(tiny.ok());
    ASSERT_EQ(tiny->variants.size(), 2u);
    EXPECT_EQ(tiny->variants[0].width, 20);
}

TEST(Images, are_read_in_all_four_kinds)
{
    for (const Save save : {save_png, save_jpeg, save_webp, save_gif}) {
        auto image = read_image(paint(64, 32, save, red_left_of_32));
        ASSERT_TRUE(image.ok());
        for (const Variant& v : image->variants) {
            expect_near(pixel_of(v.bytes, 10, 16), red);
            expect_near(pixel_of(v.bytes, 54, 16), blue);
        }
    }
}

TEST(Images, stand_upright_whatever_exif_says)
{
    const std::string lying = paint(64, 32, save_jpeg, red_left_of_32);
    const struct {
        char orientation;
        int width, height, x, y;  // where red must be
    } rows[] = {{1, 64, 32, 5, 16}, {2, 64, 32, 58, 16}, {3, 64, 32, 58, 16}, {4, 64, 32, 5, 16},
                {5, 32, 64, 16, 5}, {6, 32, 64, 16, 5},  {7, 32, 64, 16, 58}, {8, 32, 64, 16, 58}};
    for (const auto& row : rows) {
        auto image = read_image(with_exif(lying, row.orientation));
        ASSERT_TRUE(image.ok()) << int{row.orientation};
        EXPECT_EQ(image->width, row.width) << int{row.orientation};
        EXPECT_EQ(image->height, row.height) << int{row.orientation};
        EXPECT_EQ(image->variants[0].width, row.width) << int{row.orientation};
        EXPECT_EQ(image->variants[0].height, row.height) << int{row.orientation};
        expect_near(pixel_of(image->variants[0].bytes, row.x, row.y), red);
    }
}

TEST(Images, keep_nothing_of_the_file_but_its_pixels)
{
    const std::string upload = with_exif(make_cover(5, 300, 300), 1) + "<script>alert(1)</script>PK\x03\x04";
    ASSERT_NE(upload.find("SECRETPLACE"), std::string::npos);
    auto image = read_image(upload);
    ASSERT_TRUE(image.ok());
    for (const Variant& v : image->variants) {
        for (const char* trace : {"SECRETPLACE", "Exif", "EXIF", "script", "ICC_PROFILE", "http://ns.adobe"})
            EXPECT_EQ(v.bytes.find(trace), std::string::npos) << trace << v.content_type;
    }
}

TEST(Images, of_other_kinds_are_refused_whatever_they_pretend)
{
    expect_refused("", not_an_image);
    expect_refused("hello", not_an_image);
    expect_refused("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>", not_an_image);
    expect_refused(std::string_view("\0\0\0\x18"
                                    "ftypheic\0\0\0\0mif1heic",
                                    24),
                   not_an_image);
    expect_refused("%PDF-1.4 ...", not_an_image);
    expect_refused("GIF89a<svg xmlns='http://www.w3.org/2000/svg'></svg>", not_an_image);
    expect_refused("\xFF\xD8\xFF<html></html>", not_an_image);
    expect_refused(paint(64, 32, save_tiff, red_left_of_32), not_an_image);
}

TEST(Images, that_are_cut_off_are_refused)
{
    for (const Save save : {save_png, save_jpeg, save_webp, save_gif}) {
        const std::string whole = paint(200, 200, save, [](int x, int y) { return Pixel{x * y % 256, x, y}; });
        for (const std::size_t size : {whole.size() / 50, whole.size() / 4, whole.size() / 2, whole.size() * 3 / 4})
            expect_refused(std::string_view(whole).substr(0, size), not_an_image);
    }
}

TEST(Images, are_measured_before_they_are_decoded)
{
    std::string bomb = paint(64, 64, save_png, [](int, int) { return red; });
    put_word(bomb, 16, 15'000);  // IHDR: width, height
    put_word(bomb, 20, 15'000);
    put_word(bomb, 29, crc32(std::string_view(bomb).substr(12, 17)));
    expect_refused(bomb, too_many_pixels);
    put_word(bomb, 16, 60'000);
    put_word(bomb, 20, 16);
    put_word(bomb, 29, crc32(std::string_view(bomb).substr(12, 17)));
    expect_refused(bomb, too_many_pixels);

    const std::string picture = make_cover(1, 200, 100);
    expect_refused(picture, too_many_pixels, {.pixels = 19'999});
    EXPECT_TRUE(read_image(picture, {.pixels = 20'000}).ok());
    expect_refused(picture, too_large, {.bytes = picture.size() - 1});
    expect_refused(paint(15, 100, save_png, [](int, int) { return red; }), too_small);
}

TEST(Images, tell_their_colour_and_their_blur)
{
    auto image = read_image(paint(100, 50, save_png, [](int x, int) { return x < 70 ? red : blue; }));
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(image->colour.substr(0, 2), "#d");
    EXPECT_EQ(image->blurhash.size(), 28u);
}

TEST(Images, transparency_becomes_white_in_jpeg)
{
    start_vips();
    const std::vector<unsigned char> clear(32 * 32 * 4, 0);
    VipsPicture picture, srgb;
    *picture.out() = vips_image_new_from_memory_copy(clear.data(), clear.size(), 32, 32, 4, VIPS_FORMAT_UCHAR);
    ASSERT_EQ(vips_copy(picture.get(), srgb.out(), "interpretation", VIPS_INTERPRETATION_sRGB, nullptr), 0);
    VipsBytes png;
    ASSERT_EQ(save_png(srgb.get(), png.data(), png.size()), 0);
    auto image = read_image(png.take());
    ASSERT_TRUE(image.ok());
    expect_near(pixel_of(image->variants[1].bytes, 16, 16), {255, 255, 255});
    EXPECT_EQ(image->colour, "#ffffff");
}

TEST(Images, may_be_read_on_many_threads)
{
    const std::string upload = make_cover(9, 400, 300);
    auto alone = read_image(upload);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            auto image = read_image(upload);
            ASSERT_TRUE(image.ok());
            EXPECT_EQ(image->variants[0].bytes, alone->variants[0].bytes);
            EXPECT_FALSE(read_image(std::string_view(upload).substr(0, upload.size() / 2)).ok());
        });
    }
    for (std::thread& thread : threads) thread.join();
}

TEST(Palette, one_colour_is_told_exactly)
{
    std::vector<std::uint8_t> pixels;
    for (int i = 0; i < 16; ++i) pixels.insert(pixels.end(), {0x12, 0xAB, 0xEF});
    const Pixels all{pixels, 4, 4};
    EXPECT_EQ(dominant_colour(all), "#12abef");
    EXPECT_EQ(blurhash(all, 1, 1).size(), 6u);
}

TEST(Palette, blurhash_of_black_and_white_is_what_the_algorithm_says)
{
    // One component: size flag 0, no maximum, then the mean colour as 24 bits in base 83.
    const std::vector<std::uint8_t> black(48, 0), white(48, 255);
    EXPECT_EQ(blurhash({black, 4, 4}, 1, 1), "000000");
    EXPECT_EQ(blurhash({white, 4, 4}, 1, 1), "00TSUA");  // 16777215 = 29·83³ + 28·83² + 30·83 + 10
    EXPECT_EQ(blurhash({black, 4, 4}, 4, 3).substr(0, 6), "L00000");
}

TEST(Covers, are_the_same_for_the_same_seed_and_differ_otherwise)
{
    EXPECT_EQ(make_cover(7, 120, 160), make_cover(7, 120, 160));
    EXPECT_NE(make_cover(7, 120, 160), make_cover(8, 120, 160));
    auto image = read_image(make_cover(7, 120, 160));
    ASSERT_TRUE(image.ok());
    EXPECT_EQ(image->width, 120);
    EXPECT_EQ(image->height, 160);
}

}  // namespace
}  // namespace meadow::blobs
