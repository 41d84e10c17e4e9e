// The index at size: documents per second, bytes per document, queries per second and how long the slow ones take.
//   bench_search_index [documents] [../shared/data]     1,000,000 documents unless told
#include <cstdio>
#include <cstdlib>

#include "corpus.hpp"
#include "text/index.hpp"

using namespace meadow::lang;

namespace {

// A document of the corpus, its sentences shuffled by its number, so that a million differ from fifty thousand.
std::string body_of(const std::vector<std::string>& documents, std::size_t i)
{
    const std::string& one = documents[i * 7919 % documents.size()];
    const std::string& other = documents[i * 104729 / documents.size() % documents.size()];
    const std::string comma = "，";
    const std::size_t cut = one.find(comma), from = other.rfind(comma);
    return one.substr(0, cut) + (from == std::string::npos ? comma + other : other.substr(from)) +
           (cut == std::string::npos ? "" : one.substr(cut));
}

}  // namespace

int main(int argc, char** argv)
{
    const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1'000'000;
    const bench::Corpus corpus = bench::corpus(argc > 2 ? argv[2] : "../shared/data");
    Segmenter segmenter = Segmenter::built_in();
    if (!corpus.dictionary.empty())
        segmenter = Segmenter(segmenter.normaliser(),
                              std::make_shared<Dictionary>(Dictionary::with_file(segmenter.normaliser(), corpus.dictionary)));

    Index index(segmenter);
    const bench::Stopwatch indexing;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string body = body_of(corpus.documents, i);
        bytes += body.size();
        index.add({static_cast<std::int64_t>(i + 1), std::string_view(corpus.queries[i % corpus.queries.size()]), {}, {}, body});
        if (i % 20'000 == 0) {
            while (const auto merge = index.next_merge()) index.install(*merge, merge->run());
        }
    }
    index.publish();
    while (const auto merge = index.next_merge()) index.install(*merge, merge->run());
    index.publish();
    const double spent = indexing.seconds();
    const auto snapshot = index.snapshot();
    std::printf("%zu documents of %.0f bytes: %.0f/s, %.0f bytes each in %zu segments\n", snapshot->size(),
                static_cast<double>(bytes) / static_cast<double>(count), static_cast<double>(count) / spent,
                static_cast<double>(snapshot->bytes()) / static_cast<double>(count), snapshot->segments());

    std::vector<double> times;
    std::size_t hits = 0;
    for (std::size_t q = 0; q < 5000; ++q) {
        const std::string& query = corpus.queries[q * 17 % corpus.queries.size()];
        const bench::Stopwatch watch;
        const Query wanted = Query::of(segmenter, query);
        auto found = snapshot->search(wanted, {.limit = 20, .every_wish = true});
        if (found.size() < 20) found = snapshot->search(wanted, {.limit = 20});
        hits += found.size();
        times.push_back(watch.seconds());
    }
    double sum = 0;
    for (const double t : times) sum += t;
    std::sort(times.begin(), times.end());
    std::printf("%.0f queries/s, mean %.3f ms, median %.3f, 99%% %.3f, worst %.3f, %.1f hits each\n",
                static_cast<double>(times.size()) / sum, sum / static_cast<double>(times.size()) * 1e3,
                times[times.size() / 2] * 1e3, times[times.size() * 99 / 100] * 1e3, times.back() * 1e3,
                static_cast<double>(hits) / static_cast<double>(times.size()));
}
