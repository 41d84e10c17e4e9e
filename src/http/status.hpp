// Status lines, dates, and the answers the server makes itself.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace meadow::http {

// The reason phrase (RFC 9110 §15).
std::string_view status_title(int status);

// An answer the server makes itself: application/problem+json. `detail` is one of our own sentences, free of quotes.
Response problem(int status, std::string_view detail);

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(std::int64_t unix_seconds);

}  // namespace meadow::http
