// Words that somebody may have meant: typed as they are read, by their initials, or with a slip.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/suggest.hpp"

namespace meadow::lang {

struct Guess {
    std::string word;       // normalised
    float likeness = 0;     // 0 … 1
    std::uint32_t weight = 0;
};

// Immutable; make a new one to change it. About 150 bytes a word.
class Lexicon {
public:
    static constexpr std::size_t most_words = 200'000;   // the heaviest are kept

    // `words`: normalised; the weight is how much a word stands for. The same word twice: the greater weight stays.
    explicit Lexicon(std::vector<Phrase> words);
    Lexicon() : Lexicon(std::vector<Phrase>{}) {}

    // Latin letters typed for Chinese: full pinyin ("kouhong", likeness 1) or, from two letters on, initials ("kh", less).
    std::vector<Guess> read_as(std::string_view latin, std::size_t limit) const;

    // Words that are read the same ("洗面乃" → 洗面奶), or differ by one slip: a character left out, put in, changed, or two
    // neighbours exchanged. Only words of three and more Chinese characters or four and more letters have slips; eight letters
    // may have two, when one is among them left out. Five and more Latin letters may also be pinyin with a slip ("koushong" → 口红).
    // The word itself is not among them.
    std::vector<Guess> near(std::string_view word, std::size_t limit) const;

    std::uint32_t weight_of(std::string_view word) const;   // 0: not known
    std::size_t size() const { return words_.size(); }

private:
    struct Clue {
        std::uint64_t key;
        std::uint32_t word;
    };
    static void in_order(std::vector<Clue>&);
    template <class Use>
    static void each(const std::vector<Clue>&, std::uint64_t key, Use&&);

    std::vector<Phrase> words_;              // by text
    std::vector<Clue> sounds_, initials_, pieces_;   // by key
};

}  // namespace meadow::lang
