// Where a text answers a query.
#pragma once
#include <string_view>
#include <vector>

#include "text/segmenter.hpp"

namespace meadow::lang {

// The spans of `text` (as written, on code point boundaries, rising, not touching one another) that hold terms of the query.
// Linear in the text.
std::vector<Span> highlight(const Segmenter& segmenter, std::string_view text, const Segmented& query);

}  // namespace meadow::lang
