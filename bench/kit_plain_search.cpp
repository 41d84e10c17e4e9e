#include "kit_plain_search.hpp"

#include <algorithm>
#include <cmath>

namespace meadow::bench {

std::vector<std::string> PlainSearch::terms_of(const std::string& text) const
{
    std::vector<std::string> out;
    if (terms_ != Terms::bigrams) out = segmenter_.words(text);
    if (terms_ == Terms::words) return out;
    const std::u32string points = lang::code_points(segmenter_.normaliser().plain(text));
    const auto han = [&](std::size_t i) { return i < points.size() && lang::script_of(points[i]) == lang::Script::han; };
    const auto latin = [&](std::size_t i) {
        return i < points.size() && (lang::script_of(points[i]) == lang::Script::letter || lang::script_of(points[i]) == lang::Script::digit);
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::string term;
        if (han(i) && han(i + 1)) {
            lang::append(term, points[i]);
            lang::append(term, points[i + 1]);
        } else if (latin(i) && !latin(i - 1)) {
            for (std::size_t k = i; latin(k); ++k) lang::append(term, points[k]);
        }
        if (!term.empty()) out.push_back(std::move(term));
    }
    return out;
}

void PlainSearch::add(std::int64_t id, const std::string& text)
{
    const auto terms = terms_of(text);
    for (const std::string& term : terms) ++postings_[term][id];
    lengths_[id] = double(terms.size());
    length_ += double(terms.size());
}

std::vector<std::int64_t> PlainSearch::search(const std::string& text, std::size_t limit) const
{
    std::unordered_map<std::int64_t, double> scores;
    const double documents = double(lengths_.size()), average = length_ / documents;
    auto terms = terms_of(text);
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    for (const std::string& term : terms) {
        const auto list = postings_.find(term);
        if (list == postings_.end()) continue;
        const double holders = double(list->second.size()), rarity = std::log(1 + (documents - holders + 0.5) / (holders + 0.5));
        for (const auto& [id, count] : list->second) scores[id] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * lengths_.at(id) / average));
    }
    std::vector<std::pair<double, std::int64_t>> order;
    for (const auto& [id, score] : scores) order.push_back({-score, -id});
    std::sort(order.begin(), order.end());
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < std::min(limit, order.size()); ++i) out.push_back(-order[i].second);
    return out;
}

}  // namespace meadow::bench
