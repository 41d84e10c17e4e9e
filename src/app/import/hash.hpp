// FNV-1a with a last stir, never negative: of names and rows, kept in the database, so it must not change with a library.
#pragma once
#include <cstdint>
#include <string_view>

namespace meadow::app {

constexpr std::int64_t hash_of(std::string_view bytes)
{
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15u;
    hash ^= hash >> 29;
    return std::int64_t(hash & 0x7FFFFFFFFFFFFFFFu);
}

}  // namespace meadow::app
