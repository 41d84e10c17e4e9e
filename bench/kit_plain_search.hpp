// Search as it is commonly made, to be measured beside: BM25 (k1 1.2, b 0.75) over words alone, over pairs of characters alone, or both.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "text/dictionary.hpp"
#include "text/segmenter.hpp"

namespace meadow::bench {

enum class Terms { words, bigrams, both };

class PlainSearch {
public:
    PlainSearch(const lang::Segmenter& segmenter, Terms terms) : segmenter_(segmenter), terms_(terms) {}
    void add(std::int64_t id, const std::string& text);
    std::vector<std::int64_t> search(const std::string& text, std::size_t limit) const;

private:
    std::vector<std::string> terms_of(const std::string& text) const;

    const lang::Segmenter& segmenter_;
    const Terms terms_;
    std::unordered_map<std::string, std::unordered_map<std::int64_t, int>> postings_;
    std::unordered_map<std::int64_t, double> lengths_;
    double length_ = 0;
};

}  // namespace meadow::bench
