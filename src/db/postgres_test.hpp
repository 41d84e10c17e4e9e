// For tests: a schema of its own in the cluster that $MEADOW_TEST_POSTGRES names, dropped at the end.
#pragma once
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/tx.hpp"

namespace meadow::db::postgres_test {

inline const Sql add_line{"test.add_line", "INSERT INTO lines (id, sku, what, price) VALUES ($1, $2, $3, $4)"};
inline const Sql line_by_id{"test.line_by_id", "SELECT what, price, sku FROM lines WHERE id = $1"};
inline const Sql count_lines{"test.count_lines", "SELECT count(*) FROM lines"};
inline const Sql lines_among{"test.lines_among", "SELECT id FROM lines WHERE id IN @list($1) ORDER BY id"};
inline const Sql take{"test.take", "UPDATE stock SET left_over = left_over - $1 WHERE sku = $2 AND left_over >= $1"};
inline const Sql stock_of{"test.stock_of", "SELECT left_over FROM stock WHERE sku = $1"};
inline const Sql backend{"test.backend", "SELECT pg_backend_pid()"};
inline const Sql setting{"test.setting", "SELECT current_setting($1)"};

template <class... Args>
std::vector<Value> values(const Args&... args)
{
    return {bind(args)...};
}

inline std::int64_t number(Connection& db, const Sql& sql, std::span<const Value> parameters = {})
{
    Rows& rows = db.query(sql, parameters);
    EXPECT_TRUE(rows.next()) << sql.name;
    const std::int64_t out = rows.integer(0);
    rows.close();
    return out;
}

inline void add(Connection& db, std::int64_t id) { db.post(add_line, values(id, 1, "x", 1.5)); }

inline std::optional<Fault::Kind> kind_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Fault& fault) {
        return fault.kind;
    }
    return std::nullopt;
}

}  // namespace meadow::db::postgres_test

namespace meadow::db {

class PostgresTest : public testing::Test {
protected:
    void SetUp() override
    {
        const char* const url = std::getenv("MEADOW_TEST_POSTGRES");
        if (!url) GTEST_SKIP() << "MEADOW_TEST_POSTGRES names no PostgreSQL server";
        options_.url = url;
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        options_.schema = "test_" + std::to_string(getpid()) + "_" + std::to_string(test->line());
        database_ = open_postgres(options_);
        connection()->script(
            "CREATE TABLE stock (sku bigint PRIMARY KEY, left_over bigint NOT NULL CHECK (left_over >= 0));"
            "CREATE TABLE lines (id bigint PRIMARY KEY, sku bigint NOT NULL, what text, price double precision);"
            "INSERT INTO stock SELECT n, 1000000 FROM generate_series(1, 100) n");
    }
    void TearDown() override
    {
        if (database_) connection()->script("DROP SCHEMA " + options_.schema + " CASCADE");
    }

    // The same database, each session with a server setting of its own.
    Options with_setting(const std::string& name, const std::string& value) const
    {
        Options out = options_;
        if (out.url.find("://") == out.url.npos) out.url.append(" options='-c " + name + "=" + value + "'");
        else out.url.append(out.url.find('?') == out.url.npos ? "?" : "&").append("options=-c%20" + name + "%3D" + value);
        return out;
    }

    std::unique_ptr<Connection> connection() { return database_->open_writer(Home::main); }

    Options options_;
    std::unique_ptr<Database> database_;
};

}  // namespace meadow::db
