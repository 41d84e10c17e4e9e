// One page of hits, whatever was searched for.
#pragma once
#include <functional>

#include "base/instant.hpp"
#include "base/page.hpp"
#include "base/result.hpp"
#include "modules/discovery/search/book.hpp"

namespace meadow::discovery {

constexpr std::int64_t deepest_hit = 1000;  // further down nobody reads and everybody waits

struct Hits {
    lang::Segmented query;
    std::vector<std::int64_t> ids;          // best first
    std::optional<std::string> next;
};

// The page that begins at the cursor. Things that came after the first page was read are left out of the later ones, so that
// nothing is shown twice.
Result<Hits> find_hits(const Book&, std::string_view query, const std::optional<std::string>& cursor, std::int64_t limit, Instant now,
                       const lang::Snapshot::Accept& accept = {});

}  // namespace meadow::discovery
