// Brands' other names, read off product titles: sellers write "L'OREAL欧莱雅" and "Herborist/佰草集", so what stands beside the same Latin
// word again and again, and seldom beside another, is its Chinese name.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/normalise.hpp"

namespace meadow::discovery {

struct Alias {
    std::string latin, chinese;   // normalised
    std::uint32_t titles = 0;     // that say so
};

class Aliases {
public:
    static constexpr std::size_t most_counted = 500'000;   // pairs; further ones are not counted
    static constexpr std::uint32_t least_titles = 3;

    // A normalised title.
    void read(std::string_view title);
    // What the titles agree on, by Latin name.
    std::vector<Alias> found() const;

private:
    void beside(const std::string& latin, std::u32string_view chinese, bool before);

    std::unordered_map<std::string, std::unordered_map<std::string, std::uint32_t>> pairs_;   // by Latin name
    std::unordered_map<std::string, std::uint32_t> latin_, chinese_;
    std::size_t counted_ = 0;
};

}  // namespace meadow::discovery
