// A request that a route accepts as far as its form goes, made from the description of its input: for tests that walk all routes.
#pragma once
#include <map>
#include <string>

#include "http/route.hpp"

namespace meadow::testing {

// What to say where a member asks for an id ("ord" → "ord_…") or has a name of its own ("month" → "2030-11").
struct Sample {
    std::map<std::string, std::string, std::less<>> ids, words;

    // The pattern with its parameters filled in, and the members a query must have. `{…}` without a word or an id is "x".
    std::string target(const http::Route&) const;
    // The body; empty for a route that takes none. Optional members are given, too, so that every id is there.
    std::string body(const http::Route&) const;
    http::Request request(const http::Route&) const;

private:
    std::string json(const TypeInfo&, const std::string& name, int depth) const;
    std::string scalar(const TypeInfo&, const std::string& name) const;
};

}  // namespace meadow::testing
