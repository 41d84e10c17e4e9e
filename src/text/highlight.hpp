// Where a text answers a query.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/query.hpp"

namespace meadow::lang {

// Made once for a query. The spans of a text (as written, on code point boundaries, rising, not touching one another) that say what the query asks for, in any
// of the ways it may be said. Letters and digits only where they are whole: "15" is marked in "iphone15" but not in "150". A single
// Chinese character beside other words is not marked: it stands in too many others. Linear in the text; no dictionary is asked.
class Highlighter {
public:
    Highlighter(const Normaliser& normaliser, const Query& query);
    std::vector<Span> in(std::string_view text) const;

private:
    const Normaliser normaliser_;
    std::vector<std::u32string> wanted_;
    std::array<bool, 256> begins_{};   // by the lowest byte of the first code point: most of a text is passed over by this alone
};

std::vector<Span> highlight(const Normaliser& normaliser, std::string_view text, const Query& query);

}  // namespace meadow::lang
