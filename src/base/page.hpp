// One page of a list. Cursors are opaque to callers; they hold the key of the last row, so a page is stable under inserts.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bounded.hpp"

namespace meadow {

constexpr int page_size_default = 20;
constexpr int page_size_max = 100;
using PageSize = Whole<1, page_size_max>;

template <class T>
struct Page {
    std::vector<T> items;
    std::optional<std::string> next;  // absent on the last page
};

// Up to two numbers (a time and an id, or a rank and an id) as an opaque token.
struct Cursor {
    std::int64_t first = INT64_MAX;
    std::int64_t second = INT64_MAX;
};
std::string cursor_text(Cursor);
// The start of a list when empty. A malformed token reads as nothing: callers refuse it as bad input.
std::optional<Cursor> parse_cursor(std::string_view);

// Fills a Page from `limit + 1` rows: the surplus row only tells that there is a next page.
template <class T, class KeyOf>
Page<T> page_of(std::vector<T> rows, std::int64_t limit, KeyOf key_of)
{
    Page<T> page;
    if (std::int64_t(rows.size()) > limit) {
        rows.resize(std::size_t(limit));
        page.next = cursor_text(key_of(rows.back()));
    }
    page.items = std::move(rows);
    return page;
}

}  // namespace meadow
