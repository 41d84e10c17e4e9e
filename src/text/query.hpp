// What is looked for, word by word.
//
// A query is a list of wishes, one for each word somebody typed. A wish is granted by any of its ways to be said: as typed, by a
// synonym, by the word that was meant. A way is a set of terms that must all be there, and of terms that count when they are.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/segmenter.hpp"

namespace meadow::lang {

// Names that documents are found by as a whole, beside their words: never found by a word that happens to read the same.
enum class NameKind : char { pinyin = 'p', initials = 'i', barcode = 'b', topic = 't' };
std::uint64_t name_key(NameKind kind, std::string_view name);

// The term of a normalised word by itself.
std::uint64_t word_key(std::string_view word);

class Query {
public:
    static constexpr std::size_t most_keys = 64;     // of all ways together: what does not fit is not looked for
    static constexpr std::size_t most_wishes = 16;

    using Keys = std::uint64_t;                      // a set of keys, one bit each

    struct Key {
        std::uint64_t term = 0;                      // as in Segmented::key_of
        std::string text;                            // normalised, as highlights look for it; empty for names
        float loudness = 1;                          // a bigram repeats what its word says, and speaks half as loud
    };
    struct Way {
        Keys needs = 0;                              // granted by a document that has all of these; never none
        Keys counts = 0;                             // what adds to the score
        float worth = 1;                             // 1: as typed; less for what only means the same
    };
    struct Wish {
        std::string text;                            // normalised
        std::vector<Way> ways;                       // at least one
        Span where;                                  // in the query's text
    };

    // The wishes of a text. Words of three and more characters are wished for by their bigrams, so that they are found however
    // the document was cut; single characters in a row are one wish; a lone one beside other wishes only adds to the score.
    static Query of(const Segmenter&, std::string_view text);

    // Another way to grant a wish: a text or a name. Does nothing when there is no room for it.
    void also(std::size_t wish, const Segmenter&, std::string_view saying, float worth);
    void also(std::size_t wish, NameKind, std::string_view name, float worth);
    // Makes one wish of first … last, granted as typed by what grants each of them. For synonyms of several words.
    void join(std::size_t first, std::size_t last);
    // The query without one wish: what it looked for does not even add to the score.
    Query without(std::size_t wish) const;

    bool empty() const { return keys.empty(); }
    // Keys that count for a wish. A document that holds none of them answers nothing.
    Keys wished() const;

    std::string text;                                // normalised
    std::vector<Span> words;                         // of it, in order; those that are nobody's wish, too
    std::vector<Key> keys;
    std::vector<Wish> wishes;
    Keys beside = 0;                                 // keys that count without being anybody's wish

private:
    Keys bit(std::uint64_t term, std::string_view said, float loudness);   // none when there is no room
};

}  // namespace meadow::lang
