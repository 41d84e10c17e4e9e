// Values that know their bounds. The bound is checked when input is decoded and stated in the OpenAPI schema, so a verb
// never sees a value outside it and nobody writes the limit twice.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meadow {

// Text of Min…Max Unicode code points, trimmed at decode, no control characters but line feeds and tabs.
template <int Min, int Max>
struct Text : std::string {
    static constexpr int min = Min, max = Max;
    using std::string::string;
    Text(std::string s) : std::string(std::move(s)) {}
    Text(std::string_view s) : std::string(s) {}
};

// A whole number of Min…Max.
template <std::int64_t Min, std::int64_t Max>
struct Whole {
    static constexpr std::int64_t min = Min, max = Max;
    std::int64_t value = Min > 0 ? Min : (Max < 0 ? Max : 0);
    constexpr Whole() = default;
    constexpr Whole(std::int64_t v) : value(v) {}
    constexpr operator std::int64_t() const { return value; }
};

// At most Max entries, at least Min.
template <class T, int Max, int Min = 0>
struct List : std::vector<T> {
    static constexpr int min = Min, max = Max;
    using std::vector<T>::vector;
    List(std::vector<T> v) : std::vector<T>(std::move(v)) {}
};

}  // namespace meadow
