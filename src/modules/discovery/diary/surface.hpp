// Where a reader met notes: the page that showed them. Kept by name.
#pragma once
#include <cstdint>

#include "base/describe.hpp"

namespace meadow::discovery {

// latest, topic, shop, product and person are lists by time; link: no page of ours, or none any more.
enum class Surface : std::uint8_t { discover, nearby, related, following, search, latest, topic, shop, product, person, link };
BOOST_DESCRIBE_ENUM(Surface, discover, nearby, related, following, search, latest, topic, shop, product, person, link)

// Whose pages stand in the diary, for readers who are known and want a personal page. The others are lists that anybody reads cheaply.
constexpr bool writes_pages(Surface surface)
{
    return surface == Surface::discover || surface == Surface::nearby || surface == Surface::related || surface == Surface::search;
}

}  // namespace meadow::discovery
