// Small truths about header fields: names without regard to case, lists separated by commas.
#pragma once
#include <string_view>

namespace meadow::http {

// ASCII only, as header names and tokens are.
bool same_token(std::string_view a, std::string_view b);
// Without the spaces and tabs around it.
std::string_view trim(std::string_view);

// Takes the first element off a comma-separated list, trimmed; empty elements are skipped. Empty when the list is used up.
std::string_view next_item(std::string_view& list);

// True when `list` (If-None-Match) names `etag` or is "*"; weak comparison (RFC 9110 §8.8.3.2).
bool names_etag(std::string_view list, std::string_view etag);

}  // namespace meadow::http
