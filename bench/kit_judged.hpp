// A judged set for product search, made by rule from real listings (bench/README.md tells the rules): queries, and how well every listing
// answers each. Rules see words, so this is good for synonyms, brands' names, slips and fragments, not for taste.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace meadow::bench {

struct Listing {
    std::string title, brand;
};

struct JudgedQuery {
    std::string family;                     // "brand", "type by synonym", …
    std::string text;
    std::map<std::int64_t, int> grades;     // listing (from 1) → 1 … 3; others are 0
};

struct JudgedSet {
    std::vector<Listing> listings;
    std::vector<JudgedQuery> queries;
};

// Empty when the data is not there.
JudgedSet judged_set(const std::filesystem::path& data);

// Normalised discounted cumulative gain of the first ten, gains 2^grade − 1 (Järvelin & Kekäläinen 2002; Burges 2005).
double ndcg_10(const JudgedQuery&, const std::vector<std::int64_t>& ranking);

}  // namespace meadow::bench
