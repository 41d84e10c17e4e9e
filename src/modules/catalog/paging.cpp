#include "modules/catalog/paging.hpp"

namespace meadow::catalog {

Result<Cursor> newest_first(const std::optional<std::string>& cursor)
{
    const auto parsed = parse_cursor(cursor.value_or(""));
    if (!parsed) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return *parsed;
}

Result<Cursor> oldest_first(const std::optional<std::string>& cursor)
{
    if (!cursor || cursor->empty()) return Cursor{0, 0};
    return newest_first(cursor);
}

}  // namespace meadow::catalog
