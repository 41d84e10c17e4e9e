#include "blobs/crop.hpp"

#include <gtest/gtest.h>

#include "blobs/covers.hpp"
#include "blobs/images.hpp"

namespace meadow::blobs {

TEST(Crop, takes_the_largest_part_of_a_ratio_and_shrinks_it_to_the_width)
{
    const std::string photo = make_cover(7, 600, 800);
    const Image square = read_image(cropped(photo, {1, 1, 0.5, 0.5, 300})).value();
    EXPECT_EQ(square.width, 300);
    EXPECT_EQ(square.height, 300);
    const Image wide = read_image(cropped(photo, {2, 2, 0, 1, 5000})).value();  // half as wide; never enlarged
    EXPECT_EQ(wide.width, 300);
    EXPECT_EQ(wide.height, 150);
}

TEST(Crop, says_when_it_is_no_photograph)
{
    EXPECT_THROW(cropped("no jpeg", {}), std::runtime_error);
}

}  // namespace meadow::blobs
