// Patterns for SQL's LIKE.
#pragma once
#include <string>
#include <string_view>

namespace meadow {

// Matches, among texts in lower case, those that contain these words as they stand: `… LIKE $1 ESCAPE '!'`. Both engines lower only
// what their locale calls letters; ASCII in any case.
std::string like_pattern(std::string_view words);

}  // namespace meadow
