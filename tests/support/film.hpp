// The smallest MP4 that is one: boxes without frames, 12.5 seconds long.
#pragma once
#include <cstdint>
#include <string>

namespace meadow::testing {

std::string film(std::uint32_t width, std::uint32_t height);

}  // namespace meadow::testing
