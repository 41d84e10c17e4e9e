// The words a language is cut into, with how common each is.
#pragma once
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalise.hpp"

namespace meadow::lang {

// A word and how often it was counted; counts only mean something relative to each other.
struct WordCount {
    std::u32string word;
    double count = 1;
};

// An immutable trie, made once, safe to share. Nodes lie in breadth-first order, so the children of a node are neighbours:
// twelve bytes a node, built in linear time from sorted words, no pointer and no hash. jieba's 349,000 words take 6 MB and 0.3 s.
class Dictionary {
public:
    // Longest word kept, in code points; longer ones are phrases.
    static constexpr std::size_t longest = 16;

    // The same word twice: the greater count stays.
    explicit Dictionary(std::vector<WordCount> words);

    // Meadow's own vocabulary: common Chinese words and the trade's, in src/text/seed_words.txt. Needs no outside file.
    static Dictionary built_in(const Normaliser& normaliser);

    // The built-in words and those of a file in jieba's format: one `word count [tag]` a line, UTF-8. Lines that are not of that
    // form are skipped. Built-in words keep at least the share of all counts they have there. Throws std::runtime_error when
    // the file cannot be read.
    static Dictionary with_file(const Normaliser& normaliser, const std::filesystem::path& path);

    // Calls found(length in code points, cost) for every word that `text` begins with, shortest first. The cost of a word is
    // −ln(count / sum of counts), so the likeliest cut of a sentence is the cheapest.
    template <class Found>
    void each_prefix(std::u32string_view text, Found&& found) const
    {
        std::uint32_t node = 0;
        for (std::size_t depth = 0; depth < text.size() && depth < longest; ++depth) {
            node = child(node, text[depth]);
            if (node == none) return;
            if (costs_[node] < never) found(depth + 1, costs_[node]);
        }
    }

    // Calls use(word) for every word.
    template <class Use>
    void each(Use&& use) const
    {
        std::u32string word;
        each_below(0, word, use);
    }

    bool contains(std::u32string_view word) const;
    std::size_t size() const { return words_; }
    float unknown_cost() const { return unknown_; }  // of one character that is no word

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr float never = 1e30f;

    template <class Use>
    void each_below(std::uint32_t node, std::u32string& word, Use&& use) const
    {
        for (std::uint32_t next = first_[node]; next < first_[node + 1]; ++next) {
            word.push_back(labels_[next]);
            if (costs_[next] < never) use(static_cast<const std::u32string&>(word));
            each_below(next, word, use);
            word.pop_back();
        }
    }

    std::uint32_t child(std::uint32_t node, char32_t label) const;

    std::vector<std::uint32_t> roots_;  // children of node 0 by code point below U+10000, `none` when absent
    std::vector<char32_t> labels_;      // by node
    std::vector<std::uint32_t> first_;  // by node and one more: children are [first_[n], first_[n + 1])
    std::vector<float> costs_;          // by node; ≥ never: not a word
    std::size_t words_ = 0;
    float unknown_ = 20;
};

// Reads jieba's format; words are normalised, empty ones and those longer than Dictionary::longest dropped.
std::vector<WordCount> read_words(std::istream& in, const Normaliser& normaliser);

std::u32string code_points(std::string_view text);

}  // namespace meadow::lang
