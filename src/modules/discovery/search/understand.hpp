// What somebody means by what they typed.
#pragma once
#include <optional>
#include <string>

#include "modules/discovery/search/wordbook.hpp"
#include "text/index.hpp"
#include "text/query.hpp"

namespace meadow::discovery {

// As typed, and by synonym; letters also as the pinyin or initials of a word, or (`names`) of a name; digits as a barcode.
lang::Query understand(const lang::Segmenter&, const Words&, std::string_view text, bool names);

// 8 to 14 digits.
bool is_barcode(std::string_view text);

// For a query without an answer: words nobody writes, read as what was probably meant. Adds ways to the query; the text as corrected, or
// nothing when there is nothing to correct.
std::optional<std::string> correct(lang::Query&, const lang::Segmenter&, const Words&, const lang::Snapshot&);

}  // namespace meadow::discovery
