#include "db/postgres_test.hpp"

namespace meadow::db {
namespace {

using namespace postgres_test;

TEST_F(PostgresTest, more_posts_than_fit_a_pipeline_all_arrive)
{
    const auto db = connection();
    const std::string text(20000, 't');
    db->begin_write();
    for (int i = 0; i < 3000; ++i) db->post(add_line, values(i, 1, text, 0.0));
    EXPECT_EQ(3000, number(*db, count_lines));
    db->commit();
}

TEST_F(PostgresTest, a_failed_post_is_the_fault_of_the_same_command)
{
    const auto db = connection();
    db->begin_write();
    db->savepoint();
    add(*db, 1);
    add(*db, 1);
    EXPECT_EQ(Fault::Kind::duplicate, kind_of([&] { db->execute(take, values(1, 1)); }));
    db->rollback_to_savepoint();
    db->savepoint();
    EXPECT_EQ(0, number(*db, count_lines));
    add(*db, 2);
    db->release_savepoint();
    db->commit();
    EXPECT_EQ(1, number(*db, count_lines));
    EXPECT_EQ(1000000, number(*db, stock_of, values(1)));
}

TEST_F(PostgresTest, a_post_that_fails_late_blames_nobody_and_spoils_the_batch)
{
    const auto db = connection();
    db->begin_write();
    db->savepoint();
    add(*db, 1);
    add(*db, 1);
    db->release_savepoint();
    db->savepoint();
    EXPECT_EQ(Fault::Kind::conflict, kind_of([&] { db->execute(take, values(1, 1)); }));
    // Whatever a caller might try now, nothing of this transaction can come to hold.
    EXPECT_EQ(Fault::Kind::conflict, kind_of([&] { db->rollback_to_savepoint(); }));
    EXPECT_EQ(Fault::Kind::conflict, kind_of([&] { db->execute(take, values(1, 1)); }));
    EXPECT_EQ(Fault::Kind::conflict, kind_of([&] { db->commit(); }));
    db->rollback();
    db->begin_write();
    EXPECT_EQ(0, number(*db, count_lines));
    db->commit();
}

TEST_F(PostgresTest, the_last_command_of_a_batch_cannot_take_the_others_down_with_it)
{
    const auto db = connection();
    db->begin_write();
    db->savepoint();
    add(*db, 1);
    db->release_savepoint();
    db->savepoint();
    add(*db, 1);
    db->release_savepoint();
    EXPECT_EQ(Fault::Kind::conflict, kind_of([&] { db->commit(); }));
    db->rollback();
    EXPECT_EQ(0, number(*db, count_lines));
}

TEST_F(PostgresTest, a_command_alone_in_its_transaction_takes_the_blame_at_commit)
{
    const auto db = connection();
    db->begin_write();
    db->savepoint();
    add(*db, 1);
    add(*db, 1);
    db->release_savepoint();
    EXPECT_EQ(Fault::Kind::duplicate, kind_of([&] { db->commit(); }));
    db->rollback();
    EXPECT_EQ(0, number(*db, count_lines));
}

TEST_F(PostgresTest, a_refused_command_leaves_nothing_even_when_its_posts_would_fail)
{
    const auto db = connection();
    db->begin_write();
    db->savepoint();
    add(*db, 1);
    db->release_savepoint();
    db->savepoint();
    add(*db, 2);
    add(*db, 2);
    db->rollback_to_savepoint();
    db->savepoint();
    db->rollback_to_savepoint();
    db->savepoint();
    EXPECT_EQ(1, number(*db, count_lines));
    db->execute(take, values(5, 1));
    db->rollback_to_savepoint();
    db->savepoint();
    EXPECT_EQ(1000000, number(*db, stock_of, values(1)));
    add(*db, 3);
    db->release_savepoint();
    db->commit();
    EXPECT_EQ(2, number(*db, count_lines));
}

TEST_F(PostgresTest, a_refusal_does_not_hide_the_failed_post_of_the_command_before)
{
    const auto db = connection();
    db->begin_write();
    db->savepoint();
    add(*db, 1);
    add(*db, 1);
    db->release_savepoint();
    db->savepoint();
    add(*db, 2);
    EXPECT_EQ(Fault::Kind::conflict, kind_of([&] { db->rollback_to_savepoint(); }));
    EXPECT_EQ(Fault::Kind::conflict, kind_of([&] { db->commit(); }));
    db->rollback();
    EXPECT_EQ(0, number(*db, count_lines));
}

TEST_F(PostgresTest, a_statement_whose_preparation_was_skipped_is_prepared_again)
{
    const auto db = connection();
    db->begin_write();
    db->savepoint();
    add(*db, 1);
    add(*db, 1);
    // Prepared behind the failure, so the server never saw it.
    EXPECT_EQ(Fault::Kind::duplicate, kind_of([&] { db->execute(take, values(1, 1)); }));
    db->rollback_to_savepoint();
    db->savepoint();
    EXPECT_EQ(1, db->execute(take, values(1, 1)));
    db->release_savepoint();
    db->commit();

    db->begin_write();
    db->post(add_line, values(7, 1, "x", 0.0));
    db->post(add_line, values(7, 1, "x", 0.0));
    db->post(line_by_id, values(7));  // skipped as well, and thrown away with everything
    db->rollback();
    Rows& rows = db->query(line_by_id, values(7));
    EXPECT_FALSE(rows.next());
}

TEST_F(PostgresTest, a_failed_transaction_cannot_be_committed)
{
    const auto db = connection();
    db->begin_write();
    db->execute(take, values(1, 1));
    EXPECT_EQ(Fault::Kind::duplicate, kind_of([&] { add(*db, 1), add(*db, 1), number(*db, count_lines); }));
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->commit(); }));
    db->rollback();
    EXPECT_EQ(1000000, number(*db, stock_of, values(1)));
}

}  // namespace
}  // namespace meadow::db
