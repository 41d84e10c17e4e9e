// How fast text is cut. Limit: decoding the same text's UTF-8 and nothing else.
//   bench_segment [../shared/data]     real reviews when they are there, else the built-in vocabulary strung together
#include <cstdio>

#include "corpus.hpp"

using namespace meadow::lang;

int main(int argc, char** argv)
{
    const bench::Corpus corpus = bench::corpus(argc > 1 ? argv[1] : "../shared/data");
    const Segmenter own = Segmenter::built_in();
    bench::figure("decode only (limit)", corpus.documents, [](const std::string& text) { return code_points(text).size(); });
    bench::figure("normalise", corpus.documents, [&](const std::string& text) { return own.normaliser().plain(text).size(); });
    bench::figure("document terms, built-in words", corpus.documents,
                  [&](const std::string& text) { return own.document_terms(text).terms.size(); });
    if (!corpus.dictionary.empty()) {
        const bench::Stopwatch watch;
        const Segmenter big(own.normaliser(),
                            std::make_shared<Dictionary>(Dictionary::with_file(own.normaliser(), corpus.dictionary)));
        std::printf("%-34s %8.0f ms\n", "load the large dictionary", watch.seconds() * 1e3);
        bench::figure("document terms, large dictionary", corpus.documents,
                      [&](const std::string& text) { return big.document_terms(text).terms.size(); });
        bench::figure("terms with places", corpus.documents, [&](const std::string& text) { return big.terms(text).terms.size(); });
    }
}
