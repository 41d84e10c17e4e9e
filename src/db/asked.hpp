// Answers that are asked for now and read later. On PostgreSQL everything that is asked before the first of it is read travels in one
// round trip, together with what was put; SQLite has no trip to save and answers at once.
//
//     auto address = db::ask<Address>(tx, select_address, buyer, id);
//     auto taken = db::ask_exec(tx, take_stock, n, sku);
//     … address.one() … taken.rows_changed() == 1 …
//
// Statements run in the order in which they were asked, put and executed. An answer is read once, in the command that asked for it; what
// fails is thrown where the first of them is read.
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"

namespace meadow::db {

// A connection that can answer later.
class Asking {
public:
    virtual ~Asking() = default;
    virtual std::uint64_t ask(const Sql&, std::span<const Value>) = 0;   // a ticket for the answer
    virtual Rows& rows_of(const Sql&, std::uint64_t ticket) = 0;         // read before anything else is run
    virtual std::int64_t changes_of(std::uint64_t ticket) = 0;
};

template <class Row>
class Asked {
public:
    explicit Asked(std::vector<Row> answer) : answer_(std::move(answer)) {}
    Asked(Asking& later, const Sql& sql, std::uint64_t ticket) : later_(&later), sql_(&sql), ticket_(ticket) {}

    std::vector<Row> all()
    {
        if (later_ == nullptr) return std::move(answer_);
        std::vector<Row> out;
        for (Rows& rows = later_->rows_of(*sql_, ticket_); rows.next();) read_columns(rows, 0, describe<Row>(), &out.emplace_back());
        return out;
    }
    std::optional<Row> one()
    {
        std::vector<Row> rows = all();
        return rows.empty() ? std::nullopt : std::optional<Row>(std::move(rows.front()));
    }

private:
    Asking* later_ = nullptr;
    const Sql* sql_ = nullptr;
    std::uint64_t ticket_ = 0;
    std::vector<Row> answer_;
};

class AskedChange {
public:
    explicit AskedChange(std::int64_t answer) : answer_(answer) {}
    AskedChange(Asking& later, std::uint64_t ticket) : later_(&later), ticket_(ticket) {}
    std::int64_t rows_changed() { return later_ == nullptr ? answer_ : later_->changes_of(ticket_); }

private:
    Asking* later_ = nullptr;
    std::uint64_t ticket_ = 0;
    std::int64_t answer_ = 0;
};

template <class Row, class... Args>
Asked<Row> ask(ReadTx& tx, const Sql& sql, const Args&... args)
{
    auto* const later = dynamic_cast<Asking*>(&tx.connection());
    if (later == nullptr) return Asked<Row>(tx.all<Row>(sql, args...));
    const std::array<Value, sizeof...(Args)> values{bind(args)...};
    return {*later, sql, later->ask(sql, values)};
}

template <class... Args>
AskedChange ask_exec(Tx& tx, const Sql& sql, const Args&... args)
{
    auto* const later = dynamic_cast<Asking*>(&tx.connection());
    if (later == nullptr) return AskedChange(tx.exec(sql, args...));
    const std::array<Value, sizeof...(Args)> values{bind(args)...};
    return {*later, later->ask(sql, values)};
}

}  // namespace meadow::db
