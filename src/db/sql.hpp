// A named SQL statement. Declared once, as a constant directly above the function that runs it, in a store.cpp:
//
//     const db::Sql take_stock{"fulfilment.take_stock", R"sql(
//         UPDATE fulfilment_stock SET available = available - $1 WHERE shop_id = $2 AND sku_id = $3 AND available >= $1)sql"};
//
// One text for both engines (HOUSE.md §5): `$1` parameters that may repeat, and one macro, `x IN @list($2)`, which is true when x
// is one of the whole numbers of the list bound to $2.
//
// Constructing a statement enters it into the list that the tests prepare on both engines. It must live for the whole program.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace meadow::db {

class Sql {
public:
    Sql(std::string_view name, std::string_view text);
    Sql(const Sql&) = delete;

    const std::string_view name;  // "module.statement", unique: shown in logs, metrics and plans
    const std::string_view text;
    const std::size_t index;      // dense, for the prepared statements of a connection

    static std::vector<const Sql*> all();

private:
    const Sql* next_;
};

}  // namespace meadow::db
