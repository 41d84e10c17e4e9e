#include "modules/discovery/search/hits.hpp"

#include <algorithm>

#include "base/id.hpp"

namespace meadow::discovery {

Result<Hits> find_hits(const Book& book, std::string_view query, const std::optional<std::string>& cursor, std::int64_t limit, Instant now,
                       const lang::Snapshot::Accept& accept)
{
    // The cursor: how many have been shown, and the least id that had not been made when the first page was read.
    const auto from = parse_cursor(cursor.value_or(""));
    const bool first_page = cursor.value_or("").empty();
    if (!from || (!first_page && (from->first < 0 || from->first > deepest_hit))) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const std::int64_t shown = first_page ? 0 : from->first, bound = first_page ? compose_id(now.ms() + 1, 0, 0) : from->second;

    Hits out;
    out.query = book.segmenter().query_terms(query);
    const std::int64_t wanted = std::min(shown + limit + 1, deepest_hit);
    const auto found = book.snapshot()->search(out.query, std::size_t(wanted),
                                               [&](std::int64_t id) { return id < bound && (!accept || accept(id)); });
    for (std::int64_t i = shown; i < std::int64_t(found.size()) && i < shown + limit; ++i) out.ids.push_back(found[std::size_t(i)].id);
    if (std::int64_t(found.size()) <= shown + limit) return out;
    out.next = cursor_text({shown + limit, bound});
    return out;
}

}  // namespace meadow::discovery
