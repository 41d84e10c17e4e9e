// The request target (RFC 9112 §3.2) taken apart.
#pragma once
#include <string>
#include <string_view>

namespace meadow::http {

// Fills `path` (percent-decoded, dot segments and doubled slashes resolved, starts with '/') and `query` (as received, without
// '?') from an origin-form or absolute-form target. Returns what is wrong, or an empty view. Refused: bad percent-encoding,
// control characters, backslashes, encoded slashes, fragments, and paths that climb above the root.
std::string_view split_target(std::string_view target, std::string& path, std::string& query);

// Text as one segment of a path: everything but the unreserved characters percent-encoded (RFC 3986 §2.3).
std::string percent_encoded(std::string_view text);

}  // namespace meadow::http
