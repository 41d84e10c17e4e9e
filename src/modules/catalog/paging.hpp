// Cursors of lists, read from input.
#pragma once
#include <optional>
#include <string>

#include "base/page.hpp"
#include "base/result.hpp"

namespace meadow::catalog {

// Where a list starts that shows the newest first, and where one starts that shows the oldest first.
Result<Cursor> newest_first(const std::optional<std::string>& cursor);
Result<Cursor> oldest_first(const std::optional<std::string>& cursor);

}  // namespace meadow::catalog
