#include "db/asked.hpp"

#include "db/postgres_test.hpp"
#include "db/sqlite_test.hpp"
#include "db/writer.hpp"

namespace meadow::db {
namespace {

using namespace postgres_test;

const Sql insert_stock{"test.asked.insert_stock", "INSERT INTO stock (sku, left_over) VALUES ($1, 5) ON CONFLICT (sku) DO NOTHING"};
const Sql select_new{"test.asked.select_new", "SELECT sku FROM stock WHERE sku > 1000 ORDER BY sku"};
const Sql select_left{"test.asked.select_left", "SELECT left_over FROM stock WHERE sku = $1"};

using Skus = std::vector<std::int64_t>;

// On every engine: what is asked is run in its order, and each answer is the one of its own question.
void asks_and_reads(Connection& db)
{
    db.begin_write();
    Tx tx(db);
    auto before = ask<std::int64_t>(tx, select_new);
    auto first = ask_exec(tx, insert_stock, 1007);
    auto again = ask_exec(tx, insert_stock, 1007);
    tx.put(insert_stock, 1008);
    auto after = ask<std::int64_t>(tx, select_new);
    EXPECT_EQ(1, tx.exec(insert_stock, 1009));
    EXPECT_EQ(0, again.rows_changed());
    EXPECT_EQ(1, first.rows_changed());
    EXPECT_EQ((Skus{1007, 1008}), after.all());
    EXPECT_EQ(Skus{}, before.all());
    EXPECT_EQ(1007, ask<std::int64_t>(tx, select_new).one());
    db.commit();
}

TEST_F(SqliteTest, what_is_asked_is_answered_in_order) { asks_and_reads(*database_->open_writer(Home::main)); }

TEST_F(PostgresTest, what_is_asked_is_answered_in_order) { asks_and_reads(*connection()); }

TEST_F(PostgresTest, questions_alone_touch_nothing)
{
    const auto db = connection();
    const auto& touched = dynamic_cast<const Writer&>(*db);
    db->begin_write();
    Tx tx(*db);
    const std::uint64_t before = touched.touched();
    auto one = ask<std::int64_t>(tx, select_left, 1), two = ask<std::int64_t>(tx, select_left, 2);
    auto none = ask_exec(tx, take, 2'000'000, 1);
    EXPECT_EQ(1'000'000, two.one());
    EXPECT_EQ(1'000'000, one.one());
    EXPECT_EQ(0, none.rows_changed());
    EXPECT_EQ(before, touched.touched());
    db->rollback();
}

TEST_F(PostgresTest, a_question_that_fails_is_the_fault_of_the_command_that_asked)
{
    const auto db = connection();
    db->begin_write();
    Tx tx(*db);
    db->savepoint();
    auto left = ask<std::int64_t>(tx, select_left, 1);
    auto twice = ask_exec(tx, add_line, 1, 1, "x", 0.0);
    ask_exec(tx, add_line, 1, 1, "x", 0.0);
    EXPECT_EQ(Fault::Kind::duplicate, kind_of([&] { left.one(); }));
    db->rollback_to_savepoint();
    db->savepoint();
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { twice.rows_changed(); })) << "the answers of another command are gone";
    EXPECT_EQ(1'000'000, ask<std::int64_t>(tx, select_left, 1).one());
    db->release_savepoint();
    db->commit();
    EXPECT_EQ(0, number(*db, count_lines));
}

TEST_F(PostgresTest, a_failed_question_that_nobody_read_keeps_its_command_from_being_kept)
{
    const auto db = connection();
    db->begin_write();
    Tx tx(*db);
    db->savepoint();
    ask_exec(tx, add_line, 1, 1, "x", 0.0);
    ask_exec(tx, add_line, 1, 1, "x", 0.0);
    db->release_savepoint();
    db->savepoint();
    add(*db, 2);
    db->release_savepoint();
    EXPECT_EQ(Fault::Kind::conflict, kind_of([&] { db->commit(); })) << "the lane repeats them one by one, and the blame falls right";
    db->rollback();
}

}  // namespace
}  // namespace meadow::db
