// The index at size, in process: documents per second, bytes per document; questions per second and how long the slow ones take, understood
// and found as the search of notes does it (synonyms, slips, two passes, fading with age).
//   bench_search_index [documents] [../shared/data] [questions] [dictionary]     1,000,000 documents, 5,000 questions and the built-in words
//   unless told; `dictionary` as in the configuration. MEADOW_SLOW=N in the environment: the N slowest questions, their words, and how many
//   documents hold each of what they look for
#include <xxhash.h>

#include <cstdio>
#include <cstdlib>

#include "base/id.hpp"
#include "corpus.hpp"
#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/understand.hpp"
#include "modules/discovery/search/words/vocabulary.hpp"

using namespace meadow;

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
    const std::size_t questions = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 5000;
    lang::Segmenter segmenter = lang::Segmenter::built_in();
    if (argc > 4) segmenter = lang::Segmenter(segmenter.normaliser(), std::make_shared<lang::Dictionary>(lang::Dictionary::with_file(segmenter.normaliser(), argv[4])));

    // All of them as new as one another, as after an import: that old ones fade would make it easier.
    constexpr std::int64_t now = id_epoch_ms + std::int64_t{4} * 365 * 86'400'000;
    discovery::Book book(segmenter);
    const bench::Stopwatch indexing;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count;) {
        book.write([&](lang::Index& index) {
            for (const std::size_t end = std::min(count, i + 8000); i < end; ++i) {
                const std::string body = body_of(corpus.documents, i);
                bytes += body.size();
                index.add({compose_id(now - std::int64_t(count - i), 0, 0), std::string_view(corpus.queries[i % corpus.queries.size()]), {}, {}, body});
            }
        });
        while (book.tidy()) {}
    }
    book.compact();
    const double spent = indexing.seconds();
    const auto snapshot = book.snapshot();
    std::printf("%zu documents of %.0f bytes: %.0f/s, %.0f bytes each in %zu segments\n", snapshot->size(),
                static_cast<double>(bytes) / static_cast<double>(count), static_cast<double>(count) / spent,
                static_cast<double>(snapshot->bytes()) / static_cast<double>(count), snapshot->segments());

    discovery::Vocabulary vocabulary(segmenter);
    vocabulary.written(*snapshot);
    discovery::Wordbook words;
    words.learned(discovery::words_of(vocabulary.lexicon(), discovery::built_in_synonyms(segmenter.normaliser()), {}));
    discovery::Readings readings;
    const lang::Fade fade{compose_id(now, 0, 0), 60.0 * 86'400'000 * double(compose_id(id_epoch_ms + 1, 0, 0)), 0.6f};
    const std::optional<std::string> first;
    std::vector<double> times;
    std::vector<std::pair<double, std::string>> slow;
    std::size_t found = 0;
    std::uint64_t answers = 0;
    for (std::size_t q = 0; q < questions; ++q) {
        const std::string& query = corpus.queries[q * 17 % corpus.queries.size()];
        const bench::Stopwatch watch;
        const auto hits = discovery::find_hits(book, words, readings, {.text = query, .cursor = first, .now = Instant{now * 1000}, .fade = fade, .weigh = [](auto&) {}});
        times.push_back(watch.seconds());
        slow.emplace_back(times.back(), query);
        found += hits->ids.size();
        answers = XXH3_64bits_withSeed(hits->ids.data(), hits->ids.size() * sizeof(std::int64_t), answers);
    }
    double sum = 0;
    for (const double t : times) sum += t;
    std::sort(times.begin(), times.end());
    std::printf("%.0f questions/s, mean %.3f ms, median %.3f, 99%% %.3f, worst %.3f, %.1f answers each (all together %016llx)\n",
                static_cast<double>(times.size()) / sum, sum / static_cast<double>(times.size()) * 1e3,
                times[times.size() / 2] * 1e3, times[times.size() * 99 / 100] * 1e3, times.back() * 1e3,
                static_cast<double>(found) / static_cast<double>(times.size()), static_cast<unsigned long long>(answers));
    const char* const asked = std::getenv("MEADOW_SLOW");
    std::sort(slow.rbegin(), slow.rend());
    slow.resize(std::min(slow.size(), asked == nullptr ? 0 : std::size_t(std::strtoull(asked, nullptr, 10))));
    for (const auto& [seconds, text] : slow) {
        const lang::Query query = discovery::understand(book.segmenter(), *words.words(), text, false);
        std::printf("%7.3f ms  %s:", seconds * 1e3, text.c_str());
        for (const auto& wish : query.wishes) {
            std::printf(" [%s", wish.text.c_str());
            for (const auto& way : wish.ways) {
                std::printf(" |");
                for (std::size_t k = 0; k < query.keys.size(); ++k)
                    if ((way.counts >> k & 1) != 0) std::printf(" %s%s:%zu", (way.needs >> k & 1) != 0 ? "" : "~", query.keys[k].text.c_str(), snapshot->holders(query.keys[k].term));
            }
            std::printf("]");
        }
        for (std::size_t k = 0; k < query.keys.size(); ++k)
            if ((query.beside >> k & 1) != 0) std::printf(" ~%s:%zu", query.keys[k].text.c_str(), snapshot->holders(query.keys[k].term));
        std::printf("\n");
    }
}
