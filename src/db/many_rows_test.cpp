#include "db/many_rows.hpp"

#include <algorithm>

#include "db/postgres_test.hpp"
#include "db/sqlite_test.hpp"

namespace meadow::db {
namespace {

using namespace postgres_test;

struct GivenRow {
    std::int64_t sku = 0, left_over = 0;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(GivenRow, (), (sku, left_over, note))

const Sql insert_given{"test.many.insert", R"sql(
    INSERT INTO stock (sku, left_over) SELECT sku, left_over FROM @rows($1, sku bigint, left_over bigint, note text) WHERE note <> ''
    ON CONFLICT (sku) DO NOTHING RETURNING sku)sql"};
const Sql update_given{"test.many.update", R"sql(
    UPDATE stock SET left_over = stock.left_over + given.left_over FROM @rows($2, sku bigint, left_over bigint)
     WHERE stock.sku = given.sku AND stock.sku <> $1)sql"};
const Sql select_sums{"test.many.select", "SELECT CAST(SUM(left_over) AS bigint) FROM stock WHERE sku > 1000"};

// On every engine: numbers keep all their digits, texts their quotes, and what is there already is left alone.
void writes_many(Connection& db)
{
    db.begin_write();
    Tx tx(db);
    constexpr std::int64_t large = 4'611'686'018'427'387'905;
    const std::vector<GivenRow> rows{{1001, 5, "\"a\" $1"}, {1002, 7, "it's"}, {1001, 9, "the same again"}, {1003, 1, ""}, {large, 2, "唇膏"}};
    auto fresh = tx.all<std::int64_t>(insert_given, many(rows));
    std::sort(fresh.begin(), fresh.end());
    EXPECT_EQ((std::vector<std::int64_t>{1001, 1002, large}), fresh);
    EXPECT_TRUE(tx.all<std::int64_t>(insert_given, many(rows)).empty());
    EXPECT_EQ(14, tx.one<std::int64_t>(select_sums));
    EXPECT_EQ(2, tx.exec(update_given, 1001, many(rows)));
    EXPECT_EQ(23, tx.one<std::int64_t>(select_sums)) << "7 and 7, 2 and 2, and 5 alone";
    EXPECT_TRUE(tx.all<std::int64_t>(insert_given, many(std::vector<GivenRow>{})).empty());
    db.commit();
}

TEST_F(SqliteTest, many_rows_are_one_statement) { writes_many(*database_->open_writer(Home::main)); }

TEST_F(PostgresTest, many_rows_are_one_statement) { writes_many(*connection()); }

}  // namespace
}  // namespace meadow::db
