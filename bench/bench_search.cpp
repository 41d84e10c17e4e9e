// Search: how well products are found, on a judged set, beside words alone and pairs of characters alone; and over HTTP how many real queries
// a second in how many notes.
//   bench_search [--notes=10000] [--data=../shared/data] [--only=relevance|http] [--directory=D] [--keep=yes] [--json]
// With --keep=yes the notes stay in the directory, and are found there by the next run.
#include <filesystem>
#include <thread>

#include "corpus.hpp"
#include "kit_figures.hpp"
#include "kit_judged.hpp"
#include "kit_load.hpp"
#include "kit_plain_search.hpp"
#include "kit_seeded.hpp"
#include "modules/discovery/search/entries.hpp"
#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/words/vocabulary.hpp"

using namespace meadow;
using namespace meadow::bench;

namespace {

using Ranking = std::function<std::vector<std::int64_t>(const std::string&)>;

lang::Segmenter segmenter_for(const ::bench::Corpus& corpus)
{
    lang::Segmenter own = lang::Segmenter::built_in();
    if (corpus.dictionary.empty()) return own;
    return lang::Segmenter(own.normaliser(), std::make_shared<lang::Dictionary>(lang::Dictionary::with_file(own.normaliser(), corpus.dictionary)));
}

// The shelf as a running town holds it: the book, and the words learned from it.
struct Shelf {
    discovery::Book book;
    discovery::Wordbook words;
    mutable discovery::Readings readings;

    Shelf(const lang::Segmenter& segmenter, const JudgedSet& set, bool built_in) : book(segmenter)
    {
        discovery::Vocabulary vocabulary(segmenter);
        book.write([&](lang::Index& index) {
            for (std::size_t i = 0; i < set.listings.size(); ++i) {
                catalog::ListedProduct product;
                product.id = ProductId{std::int64_t(i) + 1};
                product.title = set.listings[i].title;
                product.shop_name = set.listings[i].brand;
                discovery::enter(index, product, set.listings[i].brand, {});
                vocabulary.title(product.title);
            }
        });
        for (const Listing& listing : set.listings) vocabulary.name(listing.brand, 1);
        vocabulary.written(*book.snapshot());
        std::vector<discovery::SynonymPair> pairs;
        for (const auto& alias : vocabulary.aliases().found()) pairs.push_back({alias.latin, alias.chinese, 0.9f});
        if (built_in) {
            const auto own = discovery::built_in_synonyms(segmenter.normaliser());
            pairs.insert(pairs.end(), own.begin(), own.end());
        }
        words.learned(discovery::words_of(vocabulary.lexicon(), pairs, {}));
    }

    std::vector<std::int64_t> find(const std::string& text) const
    {
        const std::optional<std::string> first;
        return discovery::find_hits(book, words, readings, {.text = text, .cursor = first, .limit = 10, .now = Instant{}, .by_time = false})->ids;
    }
};

void relevance(Report& report, const std::filesystem::path& data, const lang::Segmenter& segmenter)
{
    const JudgedSet set = judged_set(data);
    if (set.queries.empty()) {
        report.note("   no listings to judge in " + data.string() + ": skipped");
        return;
    }
    const Shelf shelf(segmenter, set, true), untold(segmenter, set, false);
    PlainSearch words(segmenter, Terms::words), bigrams(segmenter, Terms::bigrams), both(segmenter, Terms::both);
    for (std::size_t i = 0; i < set.listings.size(); ++i)
        for (PlainSearch* plain : {&words, &bigrams, &both}) plain->add(std::int64_t(i) + 1, set.listings[i].title + " " + set.listings[i].brand);

    const std::pair<const char*, Ranking> contenders[] = {
        {"Meadow", [&](const std::string& q) { return shelf.find(q); }},
        {"Meadow without its list of synonyms", [&](const std::string& q) { return untold.find(q); }},
        {"words and bigrams", [&](const std::string& q) { return both.search(q, 10); }},
        {"bigrams only", [&](const std::string& q) { return bigrams.search(q, 10); }},
        {"words only", [&](const std::string& q) { return words.search(q, 10); }},
    };
    const std::string size = std::to_string(set.listings.size()) + " listings";
    for (const auto& [name, rank] : contenders) {
        std::map<std::string, std::pair<double, int>> families;
        for (const JudgedQuery& query : set.queries) {
            auto& [sum, count] = families[query.family];
            sum += ndcg_10(query, rank(query.text));
            ++count;
        }
        double all = 0;
        std::string detail;
        for (const auto& [family, found] : families) {
            all += found.first / found.second;
            char line[120];
            std::snprintf(line, sizeof line, "%s%s %.3f (%d)", detail.empty() ? "   " : " · ", family.c_str(), found.first / found.second, found.second);
            detail += line;
        }
        report.tell({std::string("NDCG@10, ") + name, all / double(families.size()), "", 0, "", size});
        report.note(detail);
    }
}

std::string encoded(const std::string& text)
{
    std::string out;
    char hex[4];
    for (const char c : text) {
        std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
        out += hex;
    }
    return out;
}

void over_http(Report& report, int count, const ::bench::Corpus& corpus, const std::string& directory, bool keep)
{
    const std::string size = std::to_string(count) + " notes";
    const std::filesystem::path seeded = std::filesystem::path(directory) / "seeded";
    if (!keep || !std::filesystem::exists(seeded)) {
        std::filesystem::remove_all(directory);
        std::filesystem::create_directories(directory);
        BenchTown town({.directory = directory});
        seed_notes(town, count, corpus.documents);
        std::ofstream(seeded) << count;
    }
    const double begun = cpu_seconds_of_process();
    BenchTown town({.directory = directory, .io_threads = 2});
    const auto& library = town.world().adapters.get<discovery::Library>();
    while (!library.notes.complete() || library.notes.snapshot()->segments() > 1) std::this_thread::sleep_for(std::chrono::milliseconds{50});
    const double filled = cpu_seconds_of_process() - begun;
    report.tell({"notes read into the index at the start", double(count) / filled, "/s of CPU", 20000, "the goal", size, filled * 1e6 / double(count)});
    const auto snapshot = library.notes.snapshot();
    report.tell({"index of notes", double(snapshot->bytes()) / double(count), "bytes a note", 1024, "the goal", size});

    std::size_t turn = 0;
    std::vector<double> rates, cpu, late;
    for (int round = 0; round < rounds; ++round) {
        const double before = cpu_seconds_of_process();
        const Seen seen = run_load({.port = town.port(), .connections = 16, .length = std::chrono::milliseconds{2000}, .next = [&](int, std::string& out) {
                                        write_request(out, "GET", "/v1/search/notes?q=" + encoded(corpus.queries[++turn * 17 % corpus.queries.size()]), "", "");
                                        return true;
                                    }});
        if (seen.of_class(2) != seen.answers) throw std::runtime_error("an answer was not 2xx");
        rates.push_back(seen.per_second());
        cpu.push_back((cpu_seconds_of_process() - before - seen.client_cpu_seconds) * 1e6 / double(seen.answers));
        late.push_back(seen.p99_ms);
    }
    report.tell({"searches in notes", median(rates), "/s", 3000, "the goal at a million", size, median(cpu)});
    report.tell({"slowest hundredth of searches", median(late), "ms", 10, "the goal at a million", size});
    if (!keep) std::filesystem::remove_all(directory);
}

}  // namespace

int main(int argc, char** argv)
{
    Report report(argc, argv);
    const std::filesystem::path data = report.value_of("--data", "../shared/data");
    const ::bench::Corpus corpus = ::bench::corpus(data);
    const std::string only = report.value_of("--only", "");
    if (only != "http") relevance(report, data, segmenter_for(corpus));
    if (only != "relevance") {
        const std::string notes = report.value_of("--notes", "10000");
        over_http(report, std::stoi(notes), corpus, report.value_of("--directory", "bench-search-" + notes), report.value_of("--keep", "") == "yes");
    }
    return 0;
}
