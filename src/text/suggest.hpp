// What a person may be about to type.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalise.hpp"

namespace meadow::lang {

struct Phrase {
    std::string text;      // as shown; at most longest_phrase bytes, longer ones are left out
    std::uint32_t weight;  // greater comes first; how often it was asked for, say
};

// A list of phrases answering "which begin like this, heaviest first" in microseconds (k log n, whatever the prefix). Phrases that
// normalise to the same are one, with the heaviest's spelling and the sum of their weights. Chinese ones also begin like their
// pinyin and their initials. Immutable: make a new one to change it.
class Suggest {
public:
    static constexpr std::size_t longest_phrase = 200;

    Suggest(const Normaliser& normaliser, std::vector<Phrase> phrases);

    // At most `limit` phrases, heaviest first, equal weights in alphabetical order. An empty prefix asks for the heaviest of all.
    std::vector<Phrase> complete(std::string_view prefix, std::size_t limit) const;

    std::size_t size() const { return phrases_; }

private:
    struct Entry {
        std::string key;
        Phrase phrase;
    };
    std::size_t heaviest(std::size_t begin, std::size_t end) const;

    Normaliser normaliser_;
    std::vector<Entry> entries_;       // sorted by key
    std::size_t phrases_ = 0;          // entries that are no second way to type another
    std::vector<std::uint32_t> tree_;  // a tournament over the entries: winners' indexes, leaves from entries_.size() on
};

}  // namespace meadow::lang
