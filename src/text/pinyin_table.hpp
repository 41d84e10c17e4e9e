// Made by the build (tools/pinyin_table.cpp).
#pragma once
#include <cstddef>
#include <cstdint>

namespace meadow::lang {

inline constexpr char32_t pinyin_first = 0x4E00, pinyin_last = 0x9FFF;
extern const char* const pinyin_syllables[];       // sorted; the first is empty: no reading is known
extern const std::size_t pinyin_syllable_count;
extern const std::uint16_t pinyin_of_han[];        // pinyin_first … pinyin_last

}  // namespace meadow::lang
