#include "blobs/look.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "blobs/covers.hpp"
#include "blobs/images.hpp"
#include "blobs/palette.hpp"
#include "blobs/vips.hpp"

namespace meadow::blobs {

// The one source, in other sizes, qualities, brightness and slightly cut, is one picture; eight sources are eight.
TEST(Look, outlives_another_encoding_and_tells_pictures_apart)
{
    start_vips();
    std::vector<std::uint64_t> looks;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const std::string original = make_cover(seed, 600, 800);
        looks.push_back(look_of(read_image(original)->blurhash));
        VipsPicture picture, smaller, cut, brighter;
        *picture.out() = vips_image_new_from_buffer(original.data(), original.size(), "", nullptr);
        ASSERT_NE(picture.get(), nullptr);
        ASSERT_EQ(vips_resize(picture.get(), smaller.out(), 0.4, nullptr), 0);
        ASSERT_EQ(vips_crop(picture.get(), cut.out(), 6, 8, 588, 784, nullptr), 0);
        ASSERT_EQ(vips_linear1(picture.get(), brighter.out(), 1.05, 4, "uchar", TRUE, nullptr), 0);
        for (VipsImage* changed : {smaller.get(), cut.get(), brighter.get()}) {
            VipsBytes bytes;
            ASSERT_EQ(vips_jpegsave_buffer(changed, bytes.data(), bytes.size(), "Q", 45, nullptr), 0);
            EXPECT_TRUE(look_alike(looks.back(), look_of(read_image(bytes.take())->blurhash))) << seed;
        }
    }
    int alike = 0;
    for (std::size_t a = 0; a < looks.size(); ++a)
        for (std::size_t b = a + 1; b < looks.size(); ++b) alike += look_alike(looks[a], looks[b]) ? 1 : 0;
    EXPECT_EQ(alike, 0);
}

TEST(Look, is_of_pictures_with_something_in_them)
{
    const std::vector<std::uint8_t> grey(32 * 32 * 3, 128), white(32 * 32 * 3, 255);
    EXPECT_EQ(look_of(blurhash({grey, 32, 32})), 0u);
    EXPECT_EQ(look_of(blurhash({white, 32, 32})), 0u);
    EXPECT_EQ(look_of(""), 0u);
    EXPECT_EQ(look_of("00TSUA"), 0u);
    EXPECT_FALSE(look_alike(0, 0));
}

}  // namespace meadow::blobs
