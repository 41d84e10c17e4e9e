// Texts for the language benchmarks, and a processor-time stopwatch (wall time lies on a shared machine).
#pragma once
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "text/csv.hpp"
#include "text/seed_words.hpp"
#include "text/segmenter.hpp"

namespace bench {

class Stopwatch {
public:
    double seconds() const { return now() - start_; }

private:
    static double now()
    {
        timespec t{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
    }
    double start_ = now();
};

struct Corpus {
    std::vector<std::string> documents, queries;
    std::filesystem::path dictionary;  // empty when absent
};

inline std::vector<std::string> column(const std::filesystem::path& path, std::size_t index)
{
    std::vector<std::string> out;
    std::ifstream in(path, std::ios::binary);
    meadow::lang::CsvReader reader(in);
    for (auto step = reader.next(); step != meadow::lang::CsvReader::Step::end; step = reader.next()) {
        if (step == meadow::lang::CsvReader::Step::row && index < reader.fields().size()) out.push_back(reader.fields()[index]);
    }
    if (!out.empty()) out.erase(out.begin());
    return out;
}

inline Corpus corpus(const std::filesystem::path& data)
{
    Corpus c{column(data / "zh_reviews/shopping10.csv", 2), column(data / "zh_ecom_queries/queries.csv", 1),
             data / "zh_words/jieba_dict.txt"};
    if (!std::filesystem::exists(c.dictionary)) c.dictionary.clear();
    if (!c.documents.empty() && !c.queries.empty()) {
        std::printf("%zu real reviews, %zu real queries\n", c.documents.size(), c.queries.size());
        return c;
    }
    std::vector<std::string> words;
    for (std::string_view rest = meadow::lang::seed_words; !rest.empty();) {
        const std::size_t line = std::min(rest.find('\n'), rest.size());
        words.emplace_back(rest.substr(0, std::min(rest.find(' '), line)));
        rest.remove_prefix(std::min(line + 1, rest.size()));
    }
    std::uint64_t dice = 1;
    const auto pick = [&]() -> const std::string& {
        dice = dice * 6364136223846793005u + 1442695040888963407u;
        const std::uint64_t a = (dice >> 33) % words.size(), b = (dice >> 13) % words.size();
        return words[std::min(a, b)];
    };
    for (int i = 0; i < 50'000; ++i) {
        std::string text;
        for (int w = 0; w < 40; ++w) text += pick();
        c.documents.push_back(std::move(text));
        c.queries.push_back(pick() + pick());
    }
    std::printf("no outside data: %zu made-up texts\n", c.documents.size());
    return c;
}

// Runs `work` over all texts five times; prints the median.
template <class Work>
void figure(const char* name, const std::vector<std::string>& texts, Work work)
{
    std::vector<double> seconds;
    std::size_t bytes = 0, made = 0;
    for (const std::string& text : texts) bytes += text.size();
    for (int turn = 0; turn < 5; ++turn) {
        const Stopwatch watch;
        made = 0;
        for (const std::string& text : texts) made += work(text);
        seconds.push_back(watch.seconds());
    }
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[2], count = static_cast<double>(texts.size());
    std::printf("%-34s %8.2f us each  %9.0f/s  %6.1f MB/s  %6.1f made\n", name, median / count * 1e6, count / median,
                static_cast<double>(bytes) / median / 1e6, static_cast<double>(made) / count);
}

}  // namespace bench
