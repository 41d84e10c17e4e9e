// The embedded engine: what goes in comes out, what is wrong is told by its kind, and readers see one picture.
#include "db/sqlite_test.hpp"

#include <limits>

namespace meadow::db {
namespace {

enum class Colour : std::uint8_t { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Everything {
    std::int64_t id = 0;
    std::int64_t whole = 0;
    double real = 0;
    std::string text;
    std::optional<std::string> maybe;
    bool yes = false;
    Colour colour{};
    std::vector<std::string> list;
};
BOOST_DESCRIBE_STRUCT(Everything, (), (id, whole, real, text, maybe, yes, colour, list))

const Sql put_everything{"test.sqlite_put", "INSERT INTO everything VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Sql get_everything{"test.sqlite_get", "SELECT id, whole, real, text, maybe, yes, colour, list FROM everything WHERE id = $1"};
const Sql add_line{"test.sqlite_add_line", "INSERT INTO lines (id, what) VALUES ($1, $2)"};
const Sql add_or_keep{"test.sqlite_add_or_keep", "INSERT INTO lines (id, what) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING"};
const Sql all_lines{"test.sqlite_all_lines", "SELECT id FROM lines ORDER BY id"};
const Sql lines_among{"test.sqlite_lines_among", "SELECT id FROM lines WHERE id IN @list($1) ORDER BY id"};
const Sql among_several{"test.sqlite_among_several", R"sql(
    SELECT id FROM lines WHERE id IN @list($1) OR id IN @list($2) OR id IN @list($3) ORDER BY id)sql"};
const Sql twice{"test.sqlite_twice", "SELECT id FROM lines WHERE id = $2 OR id = $1 OR id = $2 ORDER BY id"};
const Sql take{"test.sqlite_take", "UPDATE stock SET left_over = left_over - $1 WHERE sku = $2"};
const Sql add_child{"test.sqlite_add_child", "INSERT INTO children (line) VALUES ($1)"};
const Sql journal_mode{"test.sqlite_journal_mode", "PRAGMA journal_mode"};
const Sql synchronous{"test.sqlite_synchronous", "PRAGMA synchronous"};
const Sql integrity{"test.sqlite_integrity", "PRAGMA integrity_check"};
const Sql wrong_text{"test.sqlite_wrong_text", "SELECT nothing FROM nowhere"};

class SqliteConnectionTest : public SqliteTest {
protected:
    void SetUp() override
    {
        SqliteTest::SetUp();
        db_ = database_->open_writer(Home::main);
        db_->script("CREATE TABLE everything (id integer PRIMARY KEY, whole bigint, real double precision, text text, maybe text, yes bigint,"
                    " colour text, list text); CREATE TABLE children (line bigint REFERENCES lines (id))");
    }
    void TearDown() override { db_.reset(); }
    Tx tx() { return Tx(*db_); }
    void add_lines(int from, int to)
    {
        db_->begin_write();
        for (int id = from; id <= to; ++id) tx().exec(add_line, id, "x");
        db_->commit();
    }
    std::unique_ptr<Connection> db_;
};

TEST_F(SqliteConnectionTest, values_come_back_as_they_went_in)
{
    const std::string awkward("a\0b'\"; DROP TABLE lines; -- 小黄鸭 \xF0\x9F\x90\xA5", 42);
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    tx().exec(put_everything, 1, least, 0.1, awkward, std::optional<std::string>{}, true, Colour::green, R"(["a","b"])");
    tx().exec(put_everything, 2, most, -1e308, "", std::optional<std::string>{""}, false, Colour::red, "[]");
    const auto one = tx().one<Everything>(get_everything, 1);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->whole, least);
    EXPECT_EQ(one->real, 0.1);
    EXPECT_EQ(one->text, awkward);
    EXPECT_EQ(one->maybe, std::nullopt);
    EXPECT_TRUE(one->yes);
    EXPECT_EQ(one->colour, Colour::green);
    EXPECT_EQ(one->list, (std::vector<std::string>{"a", "b"}));
    const auto two = tx().one<Everything>(get_everything, 2);
    ASSERT_TRUE(two);
    EXPECT_EQ(two->whole, most);
    EXPECT_EQ(two->real, -1e308);
    EXPECT_EQ(two->maybe, "") << "empty is not absent";
    EXPECT_EQ(tx().one<Everything>(get_everything, 3), std::nullopt);
}

TEST_F(SqliteConnectionTest, a_column_that_does_not_fit_is_a_fault_and_not_a_wrong_value)
{
    tx().exec(put_everything, 1, 0, 0.0, "", "", 0, "blue", "[]");
    EXPECT_EQ(kind_of([&] { tx().one<Everything>(get_everything, 1); }), Fault::Kind::broken);
    tx().exec(put_everything, 2, 0, 0.0, "", "", 0, "red", "not json");
    EXPECT_EQ(kind_of([&] { tx().one<Everything>(get_everything, 2); }), Fault::Kind::broken);
}

TEST_F(SqliteConnectionTest, a_parameter_may_repeat_and_a_list_may_be_empty_or_long)
{
    add_lines(1, 3);
    EXPECT_EQ(tx().all<std::int64_t>(twice, 3, 1), (std::vector<std::int64_t>{1, 3}));
    EXPECT_TRUE(tx().all<std::int64_t>(lines_among, std::vector<std::int64_t>{}).empty());
    std::vector<std::int64_t> many(50'000);
    for (std::size_t i = 0; i < many.size(); ++i) many[i] = std::int64_t(i) + 2;
    EXPECT_EQ(tx().all<std::int64_t>(lines_among, many), (std::vector<std::int64_t>{2, 3}));
}

TEST_F(SqliteConnectionTest, a_statement_may_take_several_lists)
{
    add_lines(1, 9);
    const std::vector<std::int64_t> a{1, 2}, b{5}, c{9};
    EXPECT_EQ(tx().all<std::int64_t>(among_several, a, b, c), (std::vector<std::int64_t>{1, 2, 5, 9}));
}

TEST_F(SqliteConnectionTest, what_is_wrong_is_told_by_its_kind)
{
    add_lines(1, 1);
    EXPECT_EQ(kind_of([&] { tx().exec(add_line, 1, "again"); }), Fault::Kind::duplicate);
    EXPECT_EQ(kind_of([&] { tx().exec(take, 1, 2); }), Fault::Kind::broken) << "CHECK (left_over >= 0)";
    EXPECT_EQ(kind_of([&] { tx().exec(add_child, 99); }), Fault::Kind::broken) << "REFERENCES lines";
    EXPECT_EQ(kind_of([&] { tx().exec(add_line, 2); }), Fault::Kind::broken) << "a parameter is missing";
    EXPECT_EQ(kind_of([&] { tx().one<std::int64_t>(wrong_text); }), Fault::Kind::broken);
    EXPECT_EQ(kind_of([&] { db_->script("NONSENSE"); }), Fault::Kind::broken);
    EXPECT_EQ(tx().exec(add_line, 2, "after all that"), 1) << "the connection is still good";
}

TEST_F(SqliteConnectionTest, rows_changed_are_those_of_this_statement)
{
    add_lines(1, 5);
    EXPECT_EQ(tx().exec(add_or_keep, 5, "x"), 0);
    EXPECT_EQ(tx().exec(add_or_keep, 6, "x"), 1);
    EXPECT_EQ(tx().exec(take, 1, 1), 1);
    EXPECT_EQ(tx().exec(take, 1, 77), 0);
}

TEST_F(SqliteConnectionTest, a_second_writer_is_told_that_it_is_busy)
{
    const auto other = database_->open_writer(Home::main);
    other->script("PRAGMA busy_timeout=0");
    db_->begin_write();
    EXPECT_EQ(kind_of([&] { other->begin_write(); }), Fault::Kind::busy);
    db_->rollback();
    other->begin_write();
    other->rollback();
}

TEST_F(SqliteConnectionTest, a_reader_sees_one_picture_while_others_write)
{
    const auto reader = database_->open_reader(Home::main);
    reader->begin_read();
    EXPECT_EQ(ReadTx(*reader).all<std::int64_t>(all_lines).size(), 0u);
    add_lines(1, 3);
    EXPECT_EQ(ReadTx(*reader).all<std::int64_t>(all_lines).size(), 0u);
    reader->commit();
    reader->begin_read();
    EXPECT_EQ(ReadTx(*reader).all<std::int64_t>(all_lines).size(), 3u);
    reader->commit();
}

TEST_F(SqliteConnectionTest, a_savepoint_takes_back_its_own_part_only)
{
    db_->begin_write();
    tx().exec(add_line, 1, "kept");
    db_->savepoint();
    tx().exec(add_line, 2, "gone");
    db_->savepoint();
    tx().exec(add_line, 3, "gone with it");
    db_->release_savepoint();
    db_->rollback_to_savepoint();
    db_->commit();
    EXPECT_EQ(tx().all<std::int64_t>(all_lines), std::vector<std::int64_t>{1});
}

TEST_F(SqliteConnectionTest, a_prepared_statement_outlives_what_happens_between_its_runs)
{
    add_lines(1, 3);
    Rows& rows = db_->query(all_lines, {});
    ASSERT_TRUE(rows.next());  // left unread: the next run starts anew
    EXPECT_EQ(tx().all<std::int64_t>(all_lines).size(), 3u);
    db_->script("ALTER TABLE lines ADD COLUMN extra text");
    EXPECT_EQ(tx().all<std::int64_t>(all_lines).size(), 3u);
    EXPECT_EQ(kind_of([&] { tx().exec(add_line, 1, "again"); }), Fault::Kind::duplicate);
    EXPECT_EQ(tx().exec(add_line, 4, "the same statement, after its fault"), 1);
}

TEST_F(SqliteConnectionTest, every_connection_writes_ahead_and_syncs_fully)
{
    for (const Home home : {Home::main, Home::events}) {
        const auto writer = database_->open_writer(home);
        EXPECT_EQ(ReadTx(*writer).one<std::string>(journal_mode), "wal");
        EXPECT_EQ(ReadTx(*writer).one<std::int64_t>(synchronous), 2);
    }
}

TEST_F(SqliteConnectionTest, a_backup_beside_a_writer_is_whole_and_of_one_moment)
{
    add_lines(1, 100);
    db_->begin_write();
    tx().exec(add_line, 101, "not committed");
    database_->backup(home_ / "copy");
    db_->commit();
    const auto copy = open({.url = "sqlite:" + (home_ / "copy").string()});
    const auto reader = copy->open_reader(Home::main);
    EXPECT_EQ(ReadTx(*reader).all<std::int64_t>(all_lines).size(), 100u);
    EXPECT_EQ(ReadTx(*reader).one<std::string>(integrity), "ok");
    EXPECT_TRUE(std::filesystem::exists(home_ / "copy" / "events.db"));
    EXPECT_EQ(kind_of([&] { database_->backup("/proc/nowhere"); }), Fault::Kind::broken);
}

TEST_F(SqliteConnectionTest, a_directory_that_cannot_be_is_told)
{
    EXPECT_ANY_THROW(open({.url = "sqlite:/proc/nowhere"}));
}

}  // namespace
}  // namespace meadow::db
