// Cuts text into what is indexed and searched.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/dictionary.hpp"
#include "text/normalise.hpp"

namespace meadow::lang {

enum class TermKind : std::uint8_t {
    word,    // a word of the dictionary, a run of Latin letters and digits ("iphone15", "50ml"), or a single character
    part,    // a piece of such a run ("iphone" and "15" of "iphone15") or several joined by a hyphen ("sk-ii")
    bigram,  // two neighbouring Chinese characters that are not a word of their own here
};

struct Term {
    Span where;              // in the normalised text
    std::uint32_t position;  // counts words; the terms made from one word share its position
    TermKind kind;
};

struct Segmented {
    Normalised text;
    std::vector<Term> terms;  // by position

    std::string_view text_of(const Term& term) const { return term.where.of(text.text); }

    // What terms are compared and indexed by: 64 bits of the text without joining characters, so "sk-ii" is found by "skii".
    // Two different terms of an index with five million share a key once in 1.5 million such indexes.
    std::uint64_t key_of(const Term& term) const;
};

// Words are found by the likeliest path through all dictionary words a run of Chinese characters can be cut into (the unigram
// Viterbi of every Chinese segmenter). Words alone miss what the dictionary does not know, two-character pieces alone miss
// what belongs together; documents therefore get both. Linear in the text. Immutable, safe to share between threads.
class Segmenter {
public:
    Segmenter(Normaliser normaliser, std::shared_ptr<const Dictionary> dictionary);
    static Segmenter built_in();  // with the built-in dictionary

    const Normaliser& normaliser() const { return normaliser_; }
    const Dictionary& dictionary() const { return *dictionary_; }

    // The words alone, in order, without overlap: what a person would call them.
    std::vector<std::string> words(std::string_view text) const;

    // Everything a document is found by: words, parts and overlapping bigrams. Spans refer to the original by text.original().
    Segmented terms(std::string_view text) const;

    // The same for indexing, where nobody asks for the original: `text` has no mapping. Twice as fast.
    Segmented document_terms(std::string_view text) const;

private:
    void cut(Segmented& out, bool words_only) const;
    Normaliser normaliser_;
    std::shared_ptr<const Dictionary> dictionary_;
};

}  // namespace meadow::lang
