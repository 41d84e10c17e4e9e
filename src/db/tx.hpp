// What a store sees of the database. A ReadTx reads one consistent snapshot; a Tx also writes. Both are opened by the router
// (one per request) or a lane (one per batch, a savepoint per command), never by product code.
//
//     std::optional<Shop> shop = tx.one<Shop>(find_shop_sql, id);          // columns in the order of the described members
//     std::vector<Shop> shops  = tx.all<Shop>(list_shops_sql, owner, limit);
//     bool took                = tx.exec(take_stock_sql, n, sku) == 1;     // rows changed: the guard of a conditional write
//     tx.put(insert_order_sql, …);                                         // a write whose row count nobody needs
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "db/connection.hpp"

namespace meadow::db {

// Reads the columns from `first` on into an object (one column a member, in order) or a scalar (one column).
// Returns the column after the last one read.
int read_columns(Rows&, int first, const TypeInfo&, void* into);

class ReadTx {
public:
    explicit ReadTx(Connection& connection) : connection_(connection) {}

    template <class Row, class... Args>
    std::optional<Row> one(const Sql& sql, const Args&... args)
    {
        Rows& rows = run(sql, args...);
        std::optional<Row> out;
        if (rows.next()) {
            read_columns(rows, 0, describe<Row>(), &out.emplace());
            rows.close();
        }
        return out;
    }

    template <class Row, class... Args>
    std::vector<Row> all(const Sql& sql, const Args&... args)
    {
        Rows& rows = run(sql, args...);
        std::vector<Row> out;
        while (rows.next()) read_columns(rows, 0, describe<Row>(), &out.emplace_back());
        return out;
    }

    // Calls `each(row)` without keeping the rows; for long results.
    template <class Row, class Each, class... Args>
    void each(const Sql& sql, Each&& each_row, const Args&... args)
    {
        Rows& rows = run(sql, args...);
        while (rows.next()) {
            Row row;
            read_columns(rows, 0, describe<Row>(), &row);
            each_row(std::move(row));
        }
    }

    Engine engine() const { return connection_.engine(); }
    Connection& connection() { return connection_; }  // for floors below the modules

protected:
    template <class... Args>
    Rows& run(const Sql& sql, const Args&... args)
    {
        const std::array<Value, sizeof...(Args)> values{bind(args)...};
        return connection_.query(sql, values);
    }

    Connection& connection_;
};

class Tx : public ReadTx {
public:
    using ReadTx::ReadTx;

    // Rows changed.
    template <class... Args>
    std::int64_t exec(const Sql& sql, const Args&... args)
    {
        const std::array<Value, sizeof...(Args)> values{bind(args)...};
        return connection_.execute(sql, values);
    }

    template <class... Args>
    void put(const Sql& sql, const Args&... args)
    {
        const std::array<Value, sizeof...(Args)> values{bind(args)...};
        connection_.post(sql, values);
    }
};

}  // namespace meadow::db
