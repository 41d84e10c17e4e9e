// Arbitrary bytes through everything that reads what people write: nothing crashes, and every span that comes back lies inside the
// text, on code point boundaries.
#include <cstdint>
#include <cstdlib>

#include "text/extract.hpp"
#include "text/highlight.hpp"
#include "text/index.hpp"

using namespace meadow::lang;

namespace {

const Segmenter& segmenter()
{
    static const Segmenter one = Segmenter::built_in();
    return one;
}

void expect(bool holds)
{
    if (!holds) std::abort();
}

void expect_inside(std::string_view text, const Span& span)
{
    expect(span.begin < span.end && span.end <= text.size() && is_boundary(text, span.begin) && is_boundary(text, span.end));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 4096));
    for (const Tag& tag : extract_tags(text)) {
        expect_inside(text, tag.where);
        expect_inside(text, tag.name);
    }
    const Segmented cut = segmenter().terms(text);
    expect(cut.text.text == segmenter().normaliser().plain(text));
    for (const Term& term : cut.terms) {
        expect_inside(cut.text.text, term.where);
        expect_inside(text, cut.text.original(term.where));
    }
    const Query query = Query::of(segmenter(), text.substr(0, text.size() / 2));
    expect(query.keys.size() <= Query::most_keys && query.wishes.size() <= Query::most_wishes);
    std::size_t free_from = 0;
    for (const Span& span : highlight(segmenter().normaliser(), text, query)) {
        expect_inside(text, span);
        expect(span.begin >= free_from);
        free_from = span.end;
    }
    Index index(segmenter());
    index.add({1, text, {}, {}, text});
    index.publish();
    const bool has_terms = !cut.terms.empty();
    expect(index.snapshot()->search(Query::of(segmenter(), text), {10}).size() == (has_terms ? 1u : 0u));
    return 0;
}
