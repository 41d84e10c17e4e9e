// The map as squares, in three sizes: which notes are near is asked of the few cells that cover a circle, never of all notes.
#pragma once
#include <vector>

#include "base/ids.hpp"

namespace meadow::discovery {

MEADOW_ID(CellId, "cel");

struct Point {          // degrees, WGS 84
    double latitude = 0;
    double longitude = 0;
};

constexpr bool on_earth(Point p)
{
    return p.latitude >= -90 && p.latitude <= 90 && p.longitude >= -180 && p.longitude <= 180;
}

// Great-circle distance on a sphere of 6,371,009 m: within 0.6 % of the ellipsoid's.
double metres_between(Point, Point);

// The rings nearby notes are looked for in, from the smallest: radius in metres. The cells of a ring are about as wide as it.
constexpr double rings[] = {2'000, 10'000, 50'000};

// The cell of each size that holds a point, smallest first.
std::vector<CellId> cells_at(Point);
// The cells of the size that goes with rings[ring] which together cover the circle around a point: at most 16 outside the polar
// regions, at most `most_cells` anywhere.
constexpr std::size_t most_cells = 64;
std::vector<CellId> cells_around(Point, int ring);

}  // namespace meadow::discovery
