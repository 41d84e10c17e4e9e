#include "text/lexicon.hpp"

#include <xxhash.h>

#include <algorithm>
#include <unordered_map>

#include "text/dictionary.hpp"
#include "text/pinyin.hpp"

namespace meadow::lang {
namespace {

constexpr float read_the_same = 1, by_initials = 0.6f, one_slip = 0.7f, read_with_a_slip = 0.6f, two_slips = 0.4f;
constexpr std::size_t least_read = 5;  // letters of pinyin that may have a slip: shorter ones are like too much
constexpr std::size_t longest = 24;   // code points; longer ones are no words

std::uint64_t hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

bool is_latin(std::u32string_view word) { return std::all_of(word.begin(), word.end(), [](char32_t c) { return c < 0x80; }); }

bool can_slip(std::u32string_view word) { return word.size() <= longest && word.size() >= (is_latin(word) ? 4u : 3u); }

// The word, and the word without each of its characters.
template <class Use>
void each_piece(std::u32string_view word, Use&& use)
{
    for (std::size_t left_out = 0; left_out <= word.size(); ++left_out) {
        std::string piece;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (i != left_out) append(piece, word[i]);
        use(hash(piece));
    }
}

// Damerau's distance, neighbours exchanged counting once (optimal string alignment).
std::size_t slips(std::u32string_view a, std::u32string_view b)
{
    std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        next[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) next[j] = std::min(next[j], before[j - 2] + 1);
        }
        before.swap(row);
        row.swap(next);
    }
    return row[b.size()];
}

// Every row of letters that one slip makes of this one, some more than once: at 24 letters some 1,300.
template <class Use>
void each_slip(const std::string& letters, Use&& use)
{
    for (std::size_t i = 0; i <= letters.size(); ++i) {
        const std::string before = letters.substr(0, i), rest = letters.substr(i);
        for (char c = 'a'; c <= 'z'; ++c) {
            use(before + c + rest);
            if (!rest.empty()) use(before + c + rest.substr(1));
        }
        if (!rest.empty()) use(before + rest.substr(1));
        if (rest.size() > 1) use(before + rest[1] + rest[0] + rest.substr(2));
    }
}

std::vector<Guess> best_of(std::unordered_map<std::uint32_t, float>& found, const std::vector<Phrase>& words, std::size_t limit)
{
    std::vector<Guess> out;
    for (const auto& [word, likeness] : found) out.push_back({words[word].text, likeness, words[word].weight});
    std::sort(out.begin(), out.end(), [](const Guess& a, const Guess& b) {
        if (a.likeness != b.likeness) return a.likeness > b.likeness;
        return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
    });
    out.resize(std::min(out.size(), limit));
    return out;
}

}  // namespace

void Lexicon::in_order(std::vector<Clue>& clues)
{
    std::sort(clues.begin(), clues.end(), [](const Clue& a, const Clue& b) { return a.key != b.key ? a.key < b.key : a.word < b.word; });
    clues.shrink_to_fit();
}

template <class Use>
void Lexicon::each(const std::vector<Clue>& clues, std::uint64_t key, Use&& use)
{
    constexpr int most = 256;   // words that share a clue; the clue says little then
    auto at = std::lower_bound(clues.begin(), clues.end(), key, [](const Clue& c, std::uint64_t k) { return c.key < k; });
    for (int n = 0; n < most && at != clues.end() && at->key == key; ++at, ++n) use(at->word);
}

Lexicon::Lexicon(std::vector<Phrase> words) : words_(std::move(words))
{
    std::sort(words_.begin(), words_.end(), [](const Phrase& a, const Phrase& b) { return a.text != b.text ? a.text < b.text : a.weight > b.weight; });
    words_.erase(std::unique(words_.begin(), words_.end(), [](const Phrase& a, const Phrase& b) { return a.text == b.text; }), words_.end());
    if (words_.size() > most_words) {
        std::nth_element(words_.begin(), words_.begin() + most_words, words_.end(), [](const Phrase& a, const Phrase& b) { return a.weight > b.weight; });
        words_.resize(most_words);
        std::sort(words_.begin(), words_.end(), [](const Phrase& a, const Phrase& b) { return a.text < b.text; });
    }
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        const std::u32string points = code_points(words_[i].text);
        if (points.size() > longest) continue;
        if (points.size() > 1) {
            for (const Spelling& spelling : spellings_of(words_[i].text)) {
                sounds_.push_back({hash(spelling.full), i});
                initials_.push_back({hash(spelling.initials), i});
            }
        }
        if (can_slip(points)) each_piece(points, [&](std::uint64_t key) { pieces_.push_back({key, i}); });
    }
    for (std::vector<Clue>* clues : {&sounds_, &initials_, &pieces_}) in_order(*clues);
}

std::vector<Guess> Lexicon::read_as(std::string_view latin, std::size_t limit) const
{
    const std::string typed = as_typed(latin);
    std::unordered_map<std::uint32_t, float> found;
    if (typed.size() < 2 || typed.size() > 64) return {};
    each(initials_, hash(typed), [&](std::uint32_t word) { found[word] = by_initials; });
    each(sounds_, hash(typed), [&](std::uint32_t word) { found[word] = read_the_same; });
    return best_of(found, words_, limit);
}

std::vector<Guess> Lexicon::near(std::string_view word, std::size_t limit) const
{
    const std::u32string points = code_points(word);
    if (points.empty() || points.size() > longest) return {};
    std::unordered_map<std::uint32_t, float> found;
    const bool latin = is_latin(points);
    if (can_slip(points)) {
        each_piece(points, [&](std::uint64_t key) {
            each(pieces_, key, [&](std::uint32_t other) {
                if (found.count(other) != 0) return;
                const std::u32string meant = code_points(words_[other].text);
                const std::size_t distance = slips(points, meant);
                if (distance == 1) found[other] = one_slip;
                if (distance == 2 && latin && points.size() >= 8) found[other] = two_slips;
            });
        });
    }
    if (const std::string typed = latin ? as_typed(word) : std::string(); typed.size() >= least_read)
        each_slip(typed, [&](const std::string& meant) { each(sounds_, hash(meant), [&](std::uint32_t other) { found.try_emplace(other, read_with_a_slip); }); });
    if (!latin && points.size() > 1) {
        for (const Spelling& spelling : spellings_of(word))
            each(sounds_, hash(spelling.full), [&](std::uint32_t other) { found[other] = read_the_same; });
    }
    std::erase_if(found, [&](const auto& guess) { return words_[guess.first].text == word; });
    return best_of(found, words_, limit);
}

std::uint32_t Lexicon::weight_of(std::string_view word) const
{
    const auto found = std::lower_bound(words_.begin(), words_.end(), word, [](const Phrase& p, std::string_view w) { return p.text < w; });
    return found == words_.end() || found->text != word ? 0 : found->weight;
}

}  // namespace meadow::lang
