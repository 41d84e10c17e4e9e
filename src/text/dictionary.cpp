#include "text/dictionary.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <istream>
#include <numeric>
#include <stdexcept>

#include "text/seed_words.hpp"

namespace meadow::lang {
namespace {

constexpr std::size_t longest_line = 512;  // bytes; a dictionary line is far shorter, anything else is not a dictionary

std::string_view take_field(std::string_view& line)
{
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    line.remove_prefix(begin);
    const std::size_t end = std::min(line.find_first_of(" \t\r"), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(end);
    return field;
}

void read_line(std::string_view line, const Normaliser& normaliser, std::vector<WordCount>& out)
{
    if (line.empty() || line.size() > longest_line || line.starts_with("# ")) return;
    const std::string_view word = take_field(line), number = take_field(line);
    double count = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), count);
    if (error != std::errc{} || end != number.data() + number.size() || !(count > 0) || count > 1e12) return;
    std::u32string points = code_points(normaliser.plain(word));
    if (points.empty() || points.size() > Dictionary::longest) return;
    out.push_back({std::move(points), count});
}

double total(const std::vector<WordCount>& words)
{
    return std::accumulate(words.begin(), words.end(), 0.0, [](double sum, const WordCount& w) { return sum + w.count; });
}

std::vector<WordCount> seed(const Normaliser& normaliser)
{
    std::vector<WordCount> words;
    for (std::string_view rest = seed_words; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        read_line(rest.substr(0, end), normaliser, words);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

}  // namespace

std::u32string code_points(std::string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode(text, at);
        out += next.value;
        at += next.bytes;
    }
    return out;
}

std::vector<WordCount> read_words(std::istream& in, const Normaliser& normaliser)
{
    std::vector<WordCount> words;
    for (std::string line; std::getline(in, line);) read_line(line, normaliser, words);
    return words;
}

Dictionary::Dictionary(std::vector<WordCount> words) : roots_(0x10000, none)
{
    std::sort(words.begin(), words.end(),
              [](const WordCount& a, const WordCount& b) { return a.word != b.word ? a.word < b.word : a.count > b.count; });
    words.erase(std::unique(words.begin(), words.end(), [](const WordCount& a, const WordCount& b) { return a.word == b.word; }),
                words.end());
    words_ = words.size();
    const double all = std::max(total(words), 1.0);
    unknown_ = static_cast<float>(std::log(all * 2));  // as if it had been seen half a time

    // Breadth first: a node stands for a run of words that share their first `depth` code points.
    struct Run {
        std::size_t begin, end, depth;
    };
    std::vector<Run> level{{0, words.size(), 0}};
    labels_.push_back(0);
    costs_.push_back(never);
    std::uint32_t next_node = 1;
    while (!level.empty()) {
        std::vector<Run> below;
        for (const Run& run : level) {
            first_.push_back(next_node);
            std::size_t at = run.begin;
            while (at < run.end && words[at].word.size() == run.depth) ++at;  // the word that ends here has its cost already
            while (at < run.end) {
                const char32_t label = words[at].word[run.depth];
                std::size_t end = at + 1;
                while (end < run.end && words[end].word[run.depth] == label) ++end;
                const bool is_word = words[at].word.size() == run.depth + 1;
                labels_.push_back(label);
                costs_.push_back(is_word ? static_cast<float>(-std::log(words[at].count / all)) : never);
                if (run.depth == 0 && label < roots_.size()) roots_[label] = next_node;
                below.push_back({at, end, run.depth + 1});
                ++next_node;
                at = end;
            }
        }
        level = std::move(below);
    }
    first_.push_back(next_node);
}

std::uint32_t Dictionary::child(std::uint32_t node, char32_t label) const
{
    if (node == 0 && label < roots_.size()) return roots_[label];
    const auto begin = labels_.begin() + first_[node], end = labels_.begin() + first_[node + 1];
    const auto it = std::lower_bound(begin, end, label);
    return it != end && *it == label ? static_cast<std::uint32_t>(it - labels_.begin()) : none;
}

bool Dictionary::contains(std::u32string_view word) const
{
    bool found = false;
    each_prefix(word, [&](std::size_t length, float) { found = found || length == word.size(); });
    return found;
}

Dictionary Dictionary::built_in(const Normaliser& normaliser) { return Dictionary(seed(normaliser)); }

Dictionary Dictionary::with_file(const Normaliser& normaliser, const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read the dictionary " + path.string());
    std::vector<WordCount> words = read_words(in, normaliser);
    if (in.bad()) throw std::runtime_error("cannot read the dictionary " + path.string());
    std::vector<WordCount> own = seed(normaliser);
    const double scale = words.empty() ? 1 : total(words) / total(own);
    for (WordCount& w : own) {
        w.count *= scale;
        words.push_back(std::move(w));
    }
    return Dictionary(std::move(words));
}

}  // namespace meadow::lang
