// Where a text answers a query.
#pragma once
#include <string_view>
#include <vector>

#include "text/query.hpp"

namespace meadow::lang {

// The spans of `text` (as written, on code point boundaries, rising, not touching one another) that say what the query asks for, in any
// of the ways it may be said. Letters and digits only where they are whole: "15" is marked in "iphone15" but not in "150". A single
// Chinese character beside other words is not marked: it stands in too many others. Linear in the text; no dictionary is asked.
std::vector<Span> highlight(const Normaliser& normaliser, std::string_view text, const Query& query);

}  // namespace meadow::lang
