#include "text/highlight.hpp"

#include <algorithm>

namespace meadow::lang {

std::vector<Span> highlight(const Segmenter& segmenter, std::string_view text, const Segmented& query)
{
    std::vector<std::uint64_t> wanted;
    for (const Term& term : query.terms) wanted.push_back(query.key_of(term));
    std::sort(wanted.begin(), wanted.end());

    const Segmented cut = segmenter.terms(text);
    std::vector<Span> found;
    for (const Term& term : cut.terms) {
        if (std::binary_search(wanted.begin(), wanted.end(), cut.key_of(term))) found.push_back(cut.text.original(term.where));
    }
    std::sort(found.begin(), found.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::vector<Span> out;
    for (const Span& span : found) {
        if (!out.empty() && span.begin <= out.back().end)
            out.back().end = std::max(out.back().end, span.end);
        else
            out.push_back(span);
    }
    return out;
}

}  // namespace meadow::lang
