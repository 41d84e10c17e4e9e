// The OpenAPI 3.1 document: generated from the routes and the types their verbs take and give, so it cannot say anything else than
// the code does. Served at /openapi.json, committed as docs/openapi.json, checked against real answers by the tests' Town.
#pragma once
#include <deque>
#include <set>
#include <string>
#include <vector>

#include "http/route.hpp"

namespace meadow::http {

struct OpenApi {
    std::string json;                  // pretty-printed, in a stable order
    std::set<std::string> conflicts;   // type names that two different types carry; must be empty
};
OpenApi openapi_of(const std::deque<Route>&);

// Every "no" a route can say: what it declares and what the door itself adds, sorted by status and key.
std::vector<const RefusalKind*> refusals_of(const Route&);
// "PUT /v1/users/{user}/follow" → "putUsersUserFollow"; unique because method and pattern are.
std::string operation_id(const Route&);
// Where a member of the input comes from.
enum class Source : std::uint8_t { path, query, body };
Source source_of(const Route&, const Member&);
bool is_required(const Route&, const Member&);
// The routes of the document by tag, each tag's in the order of their paths.
std::vector<std::pair<std::string, std::vector<const Route*>>> by_tag(const std::deque<Route>&);

}  // namespace meadow::http
