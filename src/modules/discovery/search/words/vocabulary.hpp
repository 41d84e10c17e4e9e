// Gathers what search should know of words: what is written, how often, and what else it is called. No I/O.
#pragma once
#include <memory>
#include <unordered_map>
#include <vector>

#include "modules/discovery/search/wordbook.hpp"
#include "modules/discovery/search/words/aliases.hpp"
#include "text/index.hpp"

namespace meadow::discovery {

class Vocabulary {
public:
    static constexpr std::size_t most_words = 400'000;   // gathered; the lexicon keeps the heaviest

    explicit Vocabulary(const lang::Segmenter& segmenter) : segmenter_(segmenter) {}

    // Of a product on sale: its Latin words, and what they stand beside.
    void title(std::string_view);
    // Of a shop, a brand, a topic; a query many have asked.
    void name(std::string_view, std::uint32_t weight);
    // Words of the dictionary that stand in documents of this index.
    void written(const lang::Snapshot&);

    const Aliases& aliases() const { return aliases_; }
    std::shared_ptr<const lang::Lexicon> lexicon() const;

private:
    void count(std::string word, std::uint32_t weight);

    const lang::Segmenter& segmenter_;
    std::unordered_map<std::string, std::uint32_t> words_;
    Aliases aliases_;
};

// Two ways to say the same, either finding the other.
struct SynonymPair {
    std::string words, other;   // normalised
    float worth = 1;
};
// The list that comes with Meadow: the trade's words for the same thing, and brands by both their names.
std::vector<SynonymPair> built_in_synonyms(const lang::Normaliser&);
// What search asks. Pairs that come first count; `refused` ones are left out.
std::shared_ptr<const Words> words_of(std::shared_ptr<const lang::Lexicon>, const std::vector<SynonymPair>& pairs,
                                      const std::vector<SynonymPair>& refused);

}  // namespace meadow::discovery
