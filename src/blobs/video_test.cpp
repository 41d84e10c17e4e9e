#include "blobs/video.hpp"

#include <gtest/gtest.h>

#include "blobs/qr.hpp"
#include "blobs/refusals.hpp"

namespace meadow::blobs {
namespace {

using namespace std::string_literals;
using namespace std::chrono_literals;

std::string word(std::uint64_t value, int bytes = 4)
{
    std::string out;
    for (int i = bytes; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 255);
    return out;
}

std::string box(const std::string& type, const std::string& body) { return word(body.size() + 8) + type + body; }

// The smallest file that is right; every test bends one of its parts.
struct Film {
    std::string brand = "isom", codec = "avc1", handler = "vide";
    std::uint64_t scale = 1000, length = 12'500;
    std::uint32_t width = 720, height = 1280;
    bool turned = false, wide = false;

    std::string ftyp() const { return box("ftyp", brand + word(512) + brand); }
    std::string mvhd() const
    {
        const int size = wide ? 8 : 4;
        const std::string times = word(0, size) + word(0, size) + word(scale) + word(length, size);
        return box("mvhd", word(wide ? 1u << 24 : 0u) + times + std::string(80, '\0'));
    }
    std::string tkhd() const
    {
        const int size = wide ? 8 : 4;
        const std::string head = word(wide ? 1u << 24 : 0u) + word(0, size) + word(0, size) + word(1) + word(0) + word(0, size);
        const std::string matrix =
            turned ? word(0) + word(1 << 16) + word(0) + word(0xFFFF0000) : word(1 << 16) + word(0) + word(0) + word(0);
        return box("tkhd", head + std::string(16, '\0') + matrix + std::string(20, '\0') + word(width << 16) + word(height << 16));
    }
    std::string trak() const
    {
        const std::string stsd = box("stsd", word(0) + word(1) + word(8) + codec);
        return box("trak", tkhd() + box("mdia", box("hdlr", word(0) + word(0) + handler + std::string(12, '\0')) +
                                                    box("minf", box("stbl", stsd))));
    }
    std::string moov() const { return box("moov", mvhd() + trak()); }
    std::string file() const { return ftyp() + box("free", "") + moov() + box("mdat", "frames"); }
};

void expect_refused(std::string_view bytes, const RefusalKind& kind = not_a_video, const VideoLimits& limits = {})
{
    auto result = read_video(bytes, limits);
    ASSERT_FALSE(result.ok());
    EXPECT_TRUE(result.refusal().is(kind)) << result.refusal().kind->key;
}

TEST(Videos, tell_their_size_and_length)
{
    for (const bool wide : {false, true}) {
        auto video = read_video(Film{.wide = wide}.file());
        ASSERT_TRUE(video.ok());
        EXPECT_EQ(video->width, 720);
        EXPECT_EQ(video->height, 1280);
        EXPECT_EQ(video->duration, 12'500ms);
    }
    auto turned = read_video(Film{.turned = true}.file());
    ASSERT_TRUE(turned.ok());
    EXPECT_EQ(turned->width, 1280);
}

TEST(Videos, may_have_the_index_last_long_sizes_and_an_open_end)
{
    const Film film;
    EXPECT_TRUE(read_video(film.ftyp() + box("mdat", "frames") + film.moov()).ok());
    EXPECT_TRUE(read_video(film.ftyp() + film.moov() + word(1) + "mdat" + word(22, 8) + "frames").ok());
    EXPECT_TRUE(read_video(film.ftyp() + film.moov() + word(0) + "mdat" + "frames").ok());
}

TEST(Videos, of_any_other_structure_are_refused)
{
    const Film film;
    expect_refused("");
    expect_refused("not a film at all");
    expect_refused(film.moov() + film.ftyp() + box("mdat", "x"));
    expect_refused(Film{.brand = "qt  "}.file());
    expect_refused(Film{.brand = "heic"}.file());
    expect_refused(film.ftyp() + box("mdat", "frames"));
    expect_refused(film.ftyp() + film.moov());
    expect_refused(film.ftyp() + film.moov() + film.moov() + box("mdat", "x"));
    expect_refused(film.file() + "tail");
    expect_refused(film.ftyp() + word(7) + "moov");
    expect_refused(film.ftyp() + film.moov() + word(1) + "mdat" + word(UINT64_MAX, 8) + "frames");
    expect_refused(film.ftyp() + film.moov() + word(1) + "mdat" + word(15, 8) + "frames");
    expect_refused(film.ftyp() + box("moov", film.mvhd() + film.mvhd() + film.trak()) + box("mdat", "x"));
    expect_refused(film.ftyp() + box("moov", film.mvhd() + word(0) + "trak") + box("mdat", "x"));
    expect_refused(film.ftyp() + box("moov", film.mvhd()) + box("mdat", "x"));
    expect_refused(Film{.handler = "soun"}.file());
    expect_refused(Film{.codec = "mp4v"}.file());
    expect_refused(Film{.scale = 0}.file());
    expect_refused(Film{.length = 0}.file());
    expect_refused(Film{.scale = 1'000'000, .length = 999}.file());
    expect_refused(Film{.length = UINT32_MAX}.file());
    expect_refused(Film{.width = 0}.file());
    expect_refused(Film{.width = 9000}.file());
}

TEST(Videos, cut_anywhere_are_refused)
{
    const std::string whole = Film{}.file();
    for (std::size_t size = 0; size < whole.size(); ++size) expect_refused(std::string_view(whole).substr(0, size));
}

TEST(Videos, nested_or_endless_boxes_are_refused_in_bounded_time)
{
    const Film film;
    std::string nest;
    for (int i = 0; i < 20'000; ++i) nest = nest.size() > 200'000 ? nest : box("mdia", nest);
    expect_refused(film.ftyp() + box("moov", film.mvhd() + box("trak", nest)) + box("mdat", "x"));
    std::string many = film.ftyp() + film.moov();
    for (int i = 0; i < 20'000; ++i) many += box("free", "");
    expect_refused(many + box("mdat", "x"));
}

TEST(Videos, too_big_or_too_long_are_refused_with_the_reason)
{
    const std::string file = Film{}.file();
    expect_refused(file, too_large, {.bytes = file.size() - 1});
    expect_refused(file, too_long, {.duration = 12'499ms});
    EXPECT_TRUE(read_video(file, {.bytes = file.size(), .duration = 12'500ms}).ok());
    expect_refused(Film{.scale = 1, .length = UINT64_MAX - 1, .wide = true}.file(), too_long);
}

TEST(Qr, draws_modules_and_nothing_of_the_text)
{
    auto svg = qr_svg("https://meadow.example/n/1\"><script>");
    ASSERT_TRUE(svg.ok());
    EXPECT_TRUE(svg->starts_with("<svg xmlns"));
    EXPECT_EQ(svg->find("meadow"), std::string::npos);
    EXPECT_EQ(svg->find("script"), std::string::npos);
    auto small = qr_svg("A");
    ASSERT_TRUE(small.ok());
    EXPECT_NE(small->find("viewBox=\"0 0 29 29\""), std::string::npos);  // version 1: 21 modules and twice 4
    EXPECT_NE(small->find("M4 4h7v1h-7zM"), std::string::npos);          // the upper edge of the first finder pattern
    EXPECT_TRUE(qr_svg(std::string(longest_qr, 'x')).ok());
    EXPECT_TRUE(qr_svg("a\0b"s).ok());
    for (const std::string& bad : {std::string(), std::string(longest_qr + 1, 'x')}) {
        auto refused = qr_svg(bad);
        ASSERT_FALSE(refused.ok());
        EXPECT_TRUE(refused.refusal().is(too_much_text));
    }
}

}  // namespace
}  // namespace meadow::blobs
