// Status lines and dates.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace meadow::http {

// The reason phrase (RFC 9110 §15).
std::string_view status_title(int status);

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(std::int64_t unix_seconds);

}  // namespace meadow::http
