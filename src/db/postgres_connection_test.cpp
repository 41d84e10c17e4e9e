#include "db/postgres_test.hpp"

#include <future>
#include <thread>

namespace meadow::db {
namespace {

using namespace postgres_test;

const Sql terminate{"test.terminate", "SELECT pg_terminate_backend($1, 5000)"};
const Sql waiting_for_locks{"test.waiting_for_locks", "SELECT count(*) FROM pg_locks WHERE pid = $1 AND NOT granted"};

void end_session_of(std::int64_t pid, Connection& by) { ASSERT_EQ(1, number(by, terminate, values(pid))); }

TEST_F(PostgresTest, two_sessions_in_each_others_way_are_told_of_a_conflict)
{
    const auto a = connection(), b = connection(), watch = connection();
    const std::int64_t b_pid = number(*b, backend);
    a->begin_write();
    b->begin_write();
    a->execute(take, values(1, 1));
    b->execute(take, values(1, 2));
    auto other = std::async(std::launch::async, [&] { return kind_of([&] { b->execute(take, values(1, 1)); }); });
    while (number(*watch, waiting_for_locks, values(b_pid)) == 0) std::this_thread::yield();
    const auto mine = kind_of([&] { a->execute(take, values(1, 2)); });
    // One of the two is chosen as the victim; its rollback lets the other one go on.
    if (mine) {
        EXPECT_EQ(Fault::Kind::conflict, mine);
        a->rollback();
        EXPECT_EQ(std::nullopt, other.get());
        b->commit();
    } else {
        EXPECT_EQ(Fault::Kind::conflict, other.get());
        b->rollback();
        a->commit();
    }
    EXPECT_EQ(999999, number(*watch, stock_of, values(1)));
    EXPECT_EQ(999999, number(*watch, stock_of, values(2)));
}

TEST_F(PostgresTest, a_lock_that_is_not_given_in_time_is_busy)
{
    const auto a = connection(), b = connection();
    a->begin_write();
    a->execute(take, values(1, 1));
    b->script("SET lock_timeout = '1ms'");
    b->begin_write();
    EXPECT_EQ(Fault::Kind::busy, kind_of([&] { b->execute(take, values(1, 1)); }));
    b->rollback();
    a->rollback();
}

TEST_F(PostgresTest, a_session_ended_within_a_transaction_is_broken_until_the_next_begin)
{
    const auto db = connection(), other = connection();
    const std::int64_t pid = number(*db, backend);
    db->begin_write();
    db->execute(take, values(1, 1));
    end_session_of(pid, *other);
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->execute(take, values(1, 1)); }));
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->execute(take, values(1, 1)); }));
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->commit(); })) << "COMMIT was never on its way";
    db->rollback();
    db->begin_write();
    EXPECT_EQ(1, db->execute(take, values(1, 1)));
    db->commit();
    EXPECT_EQ(999999, number(*other, stock_of, values(1)));
}

TEST_F(PostgresTest, a_session_ended_under_a_commit_leaves_it_unknown)
{
    const auto db = connection(), other = connection();
    const std::int64_t pid = number(*db, backend);
    db->begin_write();
    db->execute(take, values(1, 1));
    end_session_of(pid, *other);
    EXPECT_EQ(Fault::Kind::unknown, kind_of([&] { db->commit(); }));
    db->rollback();
    db->begin_read();
    EXPECT_EQ(1000000, number(*db, stock_of, values(1)));
    db->commit();
}

TEST_F(PostgresTest, an_idle_session_that_was_ended_is_replaced_unnoticed)
{
    const auto db = connection(), other = connection();
    for (int i = 0; i < 3; ++i) {
        const std::int64_t pid = number(*db, backend);
        end_session_of(pid, *other);
        db->begin_write();
        EXPECT_NE(pid, number(*db, backend));
        EXPECT_EQ(1, db->execute(take, values(1, 1)));
        db->commit();
    }
    EXPECT_EQ(999997, number(*other, stock_of, values(1)));
}

TEST_F(PostgresTest, a_savepoint_inside_a_command_takes_back_its_own_part_only)
{
    const auto db = connection(), other = connection();
    db->begin_write();
    db->savepoint();
    add(*db, 1);
    db->savepoint();
    add(*db, 2);
    db->release_savepoint();
    db->savepoint();
    add(*db, 3);
    add(*db, 1);  // fails only when its answer is asked for
    EXPECT_EQ(Fault::Kind::duplicate, kind_of([&] { db->release_savepoint(); }));
    db->rollback_to_savepoint();
    db->savepoint();
    db->rollback_to_savepoint();
    add(*db, 4);
    db->release_savepoint();
    db->commit();
    EXPECT_EQ(3, number(*other, count_lines));
}

TEST_F(PostgresTest, a_read_transaction_sees_one_snapshot_and_cannot_write)
{
    const auto reader = connection(), writer = connection();
    reader->begin_read();
    EXPECT_EQ(1000000, number(*reader, stock_of, values(1)));
    writer->begin_write();
    writer->execute(take, values(1, 1));
    writer->commit();
    EXPECT_EQ(1000000, number(*reader, stock_of, values(1)));
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { reader->execute(take, values(1, 1)); }));
    reader->rollback();
    reader->begin_read();
    EXPECT_EQ(999999, number(*reader, stock_of, values(1)));
    reader->commit();
}

TEST_F(PostgresTest, a_write_transaction_sees_what_others_have_committed_meanwhile)
{
    const auto a = connection(), b = connection();
    a->begin_write();
    EXPECT_EQ(1000000, number(*a, stock_of, values(1)));
    b->begin_write();
    b->execute(take, values(1, 1));
    b->commit();
    EXPECT_EQ(1, a->execute(take, values(999999, 1))) << "the guard looks at the newest row";
    a->commit();
    EXPECT_EQ(0, number(*b, stock_of, values(1)));
}

TEST_F(PostgresTest, a_transaction_without_statements_never_reaches_the_server)
{
    const auto db = connection(), other = connection();
    end_session_of(number(*db, backend), *other);
    db->begin_write();
    db->savepoint();
    db->release_savepoint();
    db->commit();
    db->begin_read();
    db->rollback();
}

TEST_F(PostgresTest, a_script_that_fails_leaves_the_session_as_it_was)
{
    const auto db = connection();
    const auto limit = [&] {
        Rows& rows = db->query(setting, values("statement_timeout"));
        EXPECT_TRUE(rows.next());
        return std::string(rows.text(0));
    };
    EXPECT_EQ("15s", limit());
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->script("CREATE TABLE t (a int); CREATE TABLE t (a int)"); }));
    EXPECT_EQ("15s", limit());
    db->begin_write();
    db->script("CREATE TABLE t (a int); INSERT INTO t VALUES (1)");
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { db->script("SELECT nonsense"); }));
    db->rollback();
    EXPECT_EQ("15s", limit());
    EXPECT_NO_THROW(db->script("CREATE TABLE t (a int)"));
}

TEST_F(PostgresTest, the_url_may_overrule_the_limits_of_a_session)
{
    const auto database = open_postgres(with_setting("lock_timeout", "7s"));
    const auto db = database->open_reader(Home::main);
    for (const auto& [name, expected] : {std::pair{"lock_timeout", "7s"}, {"statement_timeout", "15s"}, {"application_name", "meadow"},
                                         {"search_path", options_.schema.c_str()}}) {
        Rows& rows = db->query(setting, values(name));
        ASSERT_TRUE(rows.next());
        EXPECT_EQ(expected, rows.text(0)) << name;
    }
}

TEST(PostgresUrl, that_leads_nowhere_is_told_without_waiting)
{
    EXPECT_EQ(Fault::Kind::broken, kind_of([] { open_postgres({.url = "postgresql://127.0.0.1:1/none", .schema = {}}); }));
    EXPECT_EQ(Fault::Kind::broken, kind_of([] { open_postgres({.url = "postgresql://%zz", .schema = {}}); }));
    EXPECT_EQ(Fault::Kind::broken, kind_of([] { open_postgres({.url = "host=127.0.0.1", .schema = "a\"b"}); }));
}

TEST_F(PostgresTest, a_backup_is_an_archive_that_pg_restore_reads)
{
    const auto where = std::filesystem::temp_directory_path() / options_.schema;
    database_->backup(where);
    const auto archive = where / "meadow.pgdump";
    EXPECT_EQ(0, std::system(("pg_restore --list " + archive.string() + " | grep -q 'TABLE DATA " + options_.schema + " stock'").c_str()));
    std::filesystem::remove_all(where);
    EXPECT_EQ(Fault::Kind::broken, kind_of([&] { database_->backup("/dev/null/nowhere"); }));
}

}  // namespace
}  // namespace meadow::db
