#include "db/postgres_test.hpp"

#include <limits>

namespace meadow::db {
namespace {

using namespace postgres_test;

const Sql truths{"test.truths", "SELECT 1 < 2, 2 < 1, sum(left_over), 0.5, 'x' FROM stock WHERE sku <= 2"};
const Sql nonsense{"test.nonsense", "SELECT nothing FROM nowhere WHERE id = $1"};

std::string what_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Fault& fault) {
        return fault.what();
    }
    return "no fault";
}

TEST_F(PostgresTest, values_come_back_as_they_went)
{
    const auto db = connection();
    const std::string long_text(1 << 20, 'm');
    const std::vector<std::string> texts{"", "种草 🌱 \\ ' \" {1,2}", long_text, "NULL", "\xEF\xBF\xBD"};
    const std::vector<std::int64_t> wholes{0, -1, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min(), 42};
    const std::vector<double> reals{0.1, -1.5e300, std::numeric_limits<double>::denorm_min(), 1e-7, 123456789.123456789};
    db->begin_write();
    for (std::size_t i = 0; i < texts.size(); ++i) db->post(add_line, values(i, wholes[i], texts[i], reals[i]));
    db->commit();
    db->begin_read();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Rows& rows = db->query(line_by_id, values(i));
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(texts[i], rows.text(0));
        EXPECT_EQ(reals[i], rows.real(1));
        EXPECT_EQ(wholes[i], rows.integer(2));
        EXPECT_FALSE(rows.next());
    }
    db->commit();
}

TEST_F(PostgresTest, null_is_not_empty)
{
    const auto db = connection();
    db->begin_write();
    db->post(add_line, values(1, 1, nullptr, std::optional<double>{}));
    Rows& rows = db->query(line_by_id, values(1));
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(3, rows.columns());
    EXPECT_TRUE(rows.null(0));
    EXPECT_TRUE(rows.null(1));
    EXPECT_FALSE(rows.null(2));
    EXPECT_EQ("", rows.text(0));
    rows.close();
    EXPECT_FALSE(rows.next());
    db->rollback();
}

TEST_F(PostgresTest, computed_columns_read_as_in_sqlite)
{
    const auto db = connection();
    Rows& rows = db->query(truths, {});
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(1, rows.integer(0));
    EXPECT_EQ(0, rows.integer(1));
    EXPECT_EQ(2000000, rows.integer(2));
    EXPECT_EQ(0.5, rows.real(3));
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { rows.integer(4); }));
}

TEST_F(PostgresTest, a_list_may_hold_many_or_none)
{
    const auto db = connection();
    db->begin_write();
    for (int i = 1; i <= 5; ++i) add(*db, i);
    Tx tx(*db);
    EXPECT_EQ((std::vector<std::int64_t>{2, 4}), tx.all<std::int64_t>(lines_among, std::vector<std::int64_t>{4, 9, 2, -7}));
    EXPECT_EQ(std::vector<std::int64_t>{}, tx.all<std::int64_t>(lines_among, std::vector<std::int64_t>{}));
    std::vector<std::int64_t> many(20000);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = std::int64_t(i) + 3;
    EXPECT_EQ((std::vector<std::int64_t>{3, 4, 5}), tx.all<std::int64_t>(lines_among, many));
    db->rollback();
}

TEST_F(PostgresTest, a_nul_in_text_is_refused_and_hurts_nothing_else)
{
    const auto db = connection();
    db->begin_write();
    add(*db, 1);
    const std::string bad("a\0b", 3);
    EXPECT_EQ("test.add_line: $3 contains a NUL character, which PostgreSQL cannot keep in text",
              what_of([&] { db->post(add_line, values(2, 1, bad, 1.0)); }));
    db->commit();
    EXPECT_EQ(1, number(*db, count_lines));
}

TEST_F(PostgresTest, results_of_different_statements_may_be_open_together)
{
    const auto db = connection();
    db->begin_write();
    for (int i = 1; i <= 3; ++i) add(*db, i);
    int seen = 0;
    Rows& ids = db->query(lines_among, values(std::vector<std::int64_t>{1, 2, 3}));
    while (ids.next()) {
        Rows& line = db->query(line_by_id, values(ids.integer(0)));
        while (line.next()) seen += line.text(0) == "x";
    }
    EXPECT_EQ(3, seen);
    db->rollback();
}

TEST_F(PostgresTest, a_malformed_statement_is_broken_and_the_next_one_works)
{
    const auto db = connection();
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->prepare(nonsense); }));
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->query(nonsense, values(1)); }));
    EXPECT_NO_THROW(db->prepare(count_lines));
    EXPECT_EQ(0, number(*db, count_lines));
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->execute(take, values(1)); })) << "a parameter is missing";
}

TEST_F(PostgresTest, a_plan_is_shown_without_values)
{
    const auto db = connection();
    const std::string plan = db->explain(line_by_id);
    EXPECT_NE(plan.npos, plan.find("Index Scan using lines_pkey on lines")) << plan;
    EXPECT_NE(plan.npos, plan.find("(id = $1)")) << plan;
    EXPECT_EQ(0, number(*db, count_lines));
}

}  // namespace
}  // namespace meadow::db
