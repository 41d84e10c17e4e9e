#include "modules/discovery/lists/cells.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace meadow::discovery {
namespace {

constexpr double earth = 6'371'009;                                    // mean radius, metres
constexpr double metres_a_degree = earth * std::numbers::pi / 180;     // along a meridian

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// The map is cut into bands of latitude as high as the ring's radius, and each band into columns about as wide.
struct Grid {
    int ring;
    double band_height() const { return rings[ring] / metres_a_degree; }  // degrees
    std::int64_t band(double latitude) const { return std::int64_t(std::floor((std::clamp(latitude, -90.0, 90.0) + 90) / band_height())); }
    std::int64_t columns(std::int64_t b) const
    {
        const double middle = (double(b) + 0.5) * band_height() - 90;
        return std::max<std::int64_t>(1, std::int64_t(360 * std::max(0.0, std::cos(radians(middle))) / band_height()));
    }
    std::int64_t column(std::int64_t b, double longitude) const
    {
        const std::int64_t count = columns(b);
        const auto at = std::int64_t(std::floor((longitude + 180) / 360 * double(count)));
        return ((at % count) + count) % count;
    }
    CellId cell(std::int64_t b, std::int64_t c) const { return {std::int64_t(ring + 1) << 48 | b << 24 | c}; }
};

}  // namespace

double metres_between(Point a, Point b)
{
    const double up = std::sin(radians(b.latitude - a.latitude) / 2), across = std::sin(radians(b.longitude - a.longitude) / 2);
    const double h = up * up + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * across * across;
    return 2 * earth * std::asin(std::min(1.0, std::sqrt(h)));
}

std::vector<CellId> cells_at(Point p)
{
    std::vector<CellId> out;
    for (int ring = 0; ring < int(std::size(rings)); ++ring) {
        const Grid grid{ring};
        const std::int64_t band = grid.band(p.latitude);
        out.push_back(grid.cell(band, grid.column(band, p.longitude)));
    }
    return out;
}

std::vector<CellId> cells_around(Point p, int ring)
{
    const Grid grid{ring};
    const double reach = grid.band_height();  // of the circle, in degrees of latitude
    std::vector<CellId> out;
    for (std::int64_t band = grid.band(p.latitude - reach); band <= grid.band(p.latitude + reach); ++band) {
        // A degree of longitude is shortest at the edge of the circle nearer to a pole, so the circle spans most of them there.
        const double widest = std::min(89.9, std::abs(p.latitude) + reach);
        const double span = std::min(180.0, reach / std::cos(radians(widest)));
        const std::int64_t count = grid.columns(band);
        const double width = 360 / double(count);
        const std::int64_t first = grid.column(band, p.longitude - span);
        const auto steps = std::min<std::int64_t>(count, std::int64_t(2 * span / width) + 2);
        for (std::int64_t i = 0; i < steps && out.size() < most_cells; ++i) out.push_back(grid.cell(band, (first + i) % count));
    }
    return out;
}

}  // namespace meadow::discovery
