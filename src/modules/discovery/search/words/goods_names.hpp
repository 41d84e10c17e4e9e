// What goods are called: brands by all their names, kinds of goods by theirs. A brand with a kind behind it names a thing ("兰蔻的新款粉底液"),
// whether anybody sells it or not.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "modules/discovery/search/words/seed_groups.hpp"

namespace meadow::discovery {

// Immutable and safe to share between threads.
class GoodsNames {
public:
    // The built-in names and further brands, each with all its names, the one it is shown by first. What is a brand's already adds its
    // other names to it.
    explicit GoodsNames(const lang::Normaliser&, const std::vector<WordGroup>& more_brands = {});

    static constexpr std::size_t most_names = 10;   // of one text
    static constexpr std::size_t reach = 12;        // characters between a brand and its kind

    // The things a text names, "兰蔻 粉底液", each once. `plain`: normalised.
    std::vector<std::string> things_in(std::string_view plain) const;
    // The brand that a title names first, as it is shown.
    std::optional<std::string> brand_in(std::string_view plain) const;

private:
    // What words stand for, by their first character, the longest first.
    struct Name {
        std::string text;
        std::uint32_t group = 0;
    };
    using Names = std::unordered_map<char32_t, std::vector<Name>>;
    static void enter(Names&, const WordGroup&, std::uint32_t group);
    static const Name* longest_at(const Names&, std::string_view text, std::size_t at);

    std::vector<std::string> brands_, kinds_;       // as they are shown
    std::unordered_map<std::string, std::uint32_t> known_brands_;
    Names brand_names_, kind_names_;
};

}  // namespace meadow::discovery
