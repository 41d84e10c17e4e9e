// Where a result answers the query. Places count UTF-16 code units, as the browser's strings do.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "text/highlight.hpp"

namespace meadow::discovery {

struct Highlight {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};
BOOST_DESCRIBE_STRUCT(Highlight, (), (begin, end))

std::vector<Highlight> highlights(const lang::Highlighter&, std::string_view text);
std::vector<Highlight> highlights(const lang::Normaliser&, std::string_view text, const lang::Query& query);

// A piece of a long text around the first place that answers the query; empty when there is none.
struct Excerpt {
    std::string text;
    std::vector<Highlight> highlights;
};
BOOST_DESCRIBE_STRUCT(Excerpt, (), (text, highlights))
Excerpt excerpt(const lang::Highlighter&, std::string_view text);

}  // namespace meadow::discovery
