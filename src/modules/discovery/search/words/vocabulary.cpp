#include "modules/discovery/search/words/vocabulary.hpp"

#include <algorithm>
#include <set>

#include "modules/discovery/search/words/seed_groups.hpp"
#include "text/query.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t shortest_latin = 3;
constexpr std::size_t most_sayings = 6;   // of one word
constexpr float built_in_worth = 0.85f;

// A synonym is looked up by what was typed, without what stands between its words.
std::string together(std::string_view words)
{
    std::string out;
    for (const char c : words)
        if (c != ' ') out += c;
    return out;
}

bool is_latin_word(std::string_view word)
{
    return word.size() >= shortest_latin && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void Vocabulary::count(std::string word, std::uint32_t weight)
{
    const auto known = words_.find(word);
    if (known != words_.end()) known->second += weight;
    else if (words_.size() < most_words) words_.emplace(std::move(word), weight);
}

void Vocabulary::title(std::string_view text)
{
    const std::string plain = segmenter_.normaliser().plain(text);
    for (std::string& word : segmenter_.words(plain))
        if (is_latin_word(word)) count(std::move(word), 1);
    aliases_.read(plain);
}

void Vocabulary::name(std::string_view text, std::uint32_t weight)
{
    std::string plain = segmenter_.normaliser().plain(text);
    if (!plain.empty()) count(std::move(plain), weight);
}

void Vocabulary::written(const lang::Snapshot& snapshot)
{
    segmenter_.dictionary().each([&](const std::u32string& word) {
        if (word.size() < 2) return;
        std::string text;
        for (const char32_t c : word) lang::append(text, c);
        if (const std::size_t holders = snapshot.holders(lang::word_key(text)); holders > 0) count(std::move(text), std::uint32_t(holders));
    });
}

std::shared_ptr<const lang::Lexicon> Vocabulary::lexicon() const
{
    std::vector<lang::Phrase> words;
    words.reserve(words_.size());
    for (const auto& [word, weight] : words_) words.push_back({word, weight});
    for (const Alias& alias : aliases_.found()) words.push_back({alias.chinese, alias.titles});
    return std::make_shared<const lang::Lexicon>(std::move(words));
}

std::vector<SynonymPair> built_in_synonyms(const lang::Normaliser& normaliser)
{
    std::vector<SynonymPair> out;
    for (const char* section : {"kinds", "words", "brands"})
        for (const WordGroup& group : seed_groups(normaliser, section))
            for (std::size_t i = 0; i < group.size(); ++i)
                for (std::size_t j = i + 1; j < group.size(); ++j) out.push_back({group[i], group[j], built_in_worth});
    return out;
}

std::shared_ptr<const Words> words_of(std::shared_ptr<const lang::Lexicon> lexicon, const std::vector<SynonymPair>& pairs,
                                      const std::vector<SynonymPair>& refused)
{
    auto words = std::make_shared<Words>();
    words->lexicon = std::move(lexicon);
    std::set<std::pair<std::string, std::string>> no;
    for (const SynonymPair& pair : refused) no.insert(std::minmax(pair.words, pair.other));
    const auto add = [&](const std::string& typed, const std::string& meant, float worth) {
        const std::string key = together(typed);
        auto& sayings = words->synonyms[key];
        const bool known = std::any_of(sayings.begin(), sayings.end(), [&](const Saying& s) { return s.words == meant; });
        if (known || sayings.size() == most_sayings) return;
        sayings.push_back({meant, worth});
        words->longest_synonym = std::max(words->longest_synonym, key.size());
    };
    for (const SynonymPair& pair : pairs) {
        if (no.count(std::minmax(pair.words, pair.other)) != 0) continue;
        add(pair.words, pair.other, pair.worth);
        add(pair.other, pair.words, pair.worth);
    }
    return words;
}

}  // namespace meadow::discovery
