#include "modules/discovery/lists/cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <random>

namespace meadow::discovery {
namespace {

// A point `metres` away from another, on the bearing given in radians: the direct problem on the sphere.
Point away(Point from, double metres, double bearing)
{
    constexpr double degree = 3.14159265358979323846 / 180;
    const double angle = metres / 6'371'009, latitude = from.latitude * degree;
    const double to = std::asin(std::sin(latitude) * std::cos(angle) + std::cos(latitude) * std::sin(angle) * std::cos(bearing));
    const double turn = std::atan2(std::sin(bearing) * std::sin(angle) * std::cos(latitude), std::cos(angle) - std::sin(latitude) * std::sin(to));
    return {to / degree, std::remainder(from.longitude + turn / degree, 360)};
}

}  // namespace

TEST(Cells, distances_are_those_of_the_sphere)
{
    EXPECT_NEAR(metres_between({39.9042, 116.4074}, {31.2304, 121.4737}), 1'067'300, 1'000);   // Beijing to Shanghai
    EXPECT_NEAR(metres_between({0, 179.9}, {0, -179.9}), 22'239, 5);                           // across the date line
    EXPECT_EQ(metres_between({10, 10}, {10, 10}), 0);
}

TEST(Cells, a_ring_covers_everything_within_its_radius)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> latitude(-89.9, 89.9), longitude(-180, 180), bearing(0, 6.28), part(0, 0.9999);
    for (int i = 0; i < 20'000; ++i) {
        const Point here{i % 3 == 0 ? latitude(random) * 0.7 : latitude(random), longitude(random)};
        for (int ring = 0; ring < int(std::size(rings)); ++ring) {
            const auto around = cells_around(here, ring);
            ASSERT_LE(around.size(), most_cells);
            if (std::abs(here.latitude) < 60) EXPECT_LE(around.size(), 16u) << here.latitude;
            if (std::abs(here.latitude) > 87) continue;   // so near to a pole that the cover is cut short
            const Point there = away(here, rings[ring] * part(random), bearing(random));
            const CellId cell = cells_at(there)[std::size_t(ring)];
            ASSERT_NE(std::find(around.begin(), around.end(), cell), around.end())
                << here.latitude << " " << here.longitude << " to " << there.latitude << " " << there.longitude << " ring " << ring;
        }
    }
}

TEST(Cells, no_cell_is_named_twice)
{
    for (const double latitude : {0.0, 31.2, 60.0, 89.0}) {
        auto around = cells_around({latitude, 179.99}, 1);
        std::sort(around.begin(), around.end());
        EXPECT_EQ(std::adjacent_find(around.begin(), around.end()), around.end()) << latitude;
    }
}

}  // namespace meadow::discovery
