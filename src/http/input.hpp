// Fills a verb's input from the three places a request can carry it: the path, the query, the body. Strict: everything unknown,
// missing, of the wrong type or out of bounds is listed at once.
//   path      members named like a parameter of the pattern
//   query     the other members, for GET and DELETE; a list is comma-separated; what is not given keeps the struct's default,
//             except ids, which are required unless optional. Only the API refuses what it does not know: on links to pages, feeds and
//             files, others hang words of their own (utm_source, fbclid)
//   body      the other members, for POST, PUT and PATCH, as one JSON object; an Upload member takes the raw body instead
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/call.hpp"
#include "http/message.hpp"
#include "http/route.hpp"

namespace meadow::http {

// Names as in the route's pattern, values as in the request's path: both must outlive it.
using Parameters = std::vector<std::pair<std::string_view, std::string_view>>;

// Returns nothing when all is well.
std::optional<Refusal> fill(const Route&, const Request&, const Parameters& path, void* input);

// The pairs of a query string, percent-decoded, '+' as a space. At most 100.
std::vector<std::pair<std::string, std::string>> parse_query(std::string_view);
std::string percent_decode(std::string_view, bool plus_is_space);

}  // namespace meadow::http
