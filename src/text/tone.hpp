// How a text sounds, by a list of words that anybody can read (seed_tones.txt) and three rules: the longest word that fits counts; what stands
// within three characters or English words after a denial is denied, up to the next comma; what comes after a "but" counts, what came
// before it does not. `./dev bench tone` measures it against real ratings.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/normalise.hpp"

namespace meadow::lang {

struct Tone {
    int good = 0, bad = 0;      // words that say so
    bool asks = false;          // where a thing can be bought
    // 1: only good is said, -1: only bad, 0: neither, or as much of both.
    double mood() const { return good + bad == 0 ? 0 : double(good - bad) / double(good + bad); }
};

// Immutable and safe to share between threads.
class Tones {
public:
    explicit Tones(const Normaliser&);
    // With a list of one's own, in the form of seed_tones.txt; lines of an unknown kind are skipped.
    Tones(const Normaliser&, std::string_view list);

    Tone of(std::string_view text) const;

private:
    enum class Kind : std::uint8_t { good, bad, none, deny, but, asks };
    struct Word {
        std::string text;       // normalised
        Kind kind{};
    };
    const Word* longest_at(std::string_view text, std::size_t at) const;

    const Normaliser normaliser_;
    std::unordered_map<char32_t, std::vector<Word>> words_;   // by their first character, the longest first
};

}  // namespace meadow::lang
