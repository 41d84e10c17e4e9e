// What may be read in order on PostgreSQL while others still write: in two databases of the server that $MEADOW_TEST_POSTGRES names.
#include "jobs/horizon.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>

#include "jobs/pump.hpp"

namespace meadow::jobs {
namespace {

const db::Sql take_number{"testing.take_number", "SELECT CAST(CAST(pg_current_xact_id() AS text) AS bigint)"};
const db::Sql most_prepared{"testing.most_prepared", "SELECT CAST(current_setting('max_prepared_transactions') AS bigint)"};

struct Rang {
    static constexpr std::string_view kind = "test.rang";
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Rang, (), (number))

// A database of its own, gone at the end.
class OwnDatabase {
public:
    OwnDatabase() : server_(std::getenv("MEADOW_TEST_POSTGRES")), name_("horizon_" + std::to_string(SystemDice{}.below(1'000'000'000)))
    {
        tell_server("CREATE DATABASE " + name_ + " TEMPLATE template0");
        const bool words = server_.find("://") == std::string::npos;
        database_ = db::open({.url = server_ + (words ? " " : server_.find('?') == std::string::npos ? "?" : "&") + "dbname=" + name_});
    }
    ~OwnDatabase()
    {
        database_.reset();
        tell_server("DROP DATABASE " + name_ + " WITH (FORCE)");
    }
    db::Database& operator*() { return *database_; }

private:
    void tell_server(const std::string& statement) { db::open({.url = server_})->open_writer(db::Home::main)->script(statement); }

    const std::string server_, name_;
    std::unique_ptr<db::Database> database_;
};

// A transaction that has a number and stays open.
class OpenTransaction {
public:
    explicit OpenTransaction(db::Database& database) : connection_(database.open_writer(db::Home::main))
    {
        connection_->begin_write();
        number_ = *db::ReadTx(*connection_).one<std::int64_t>(take_number);
    }
    std::int64_t number() const { return number_; }
    void ends() { connection_->commit(); }

private:
    std::unique_ptr<db::Connection> connection_;
    std::int64_t number_ = 0;
};

std::int64_t commits_one(db::Database& database)
{
    OpenTransaction one(database);
    one.ends();
    return one.number();
}

// Says the time, and does something the third time it is asked: to interfere with whoever looks again and again.
class Interfering final : public Clock {
public:
    Instant now() const override
    {
        if (before_ > 0 && --before_ == 0) then_();
        return *parse_instant("2030-11-11 12:00");
    }
    void third_time(std::function<void()> then)
    {
        then_ = std::move(then);
        before_ = 3;
    }

private:
    mutable int before_ = 0;
    std::function<void()> then_;
};

struct Ground {
    OwnDatabase database;
    Interfering clock;
    FakeClock still{clock.now()};
    SeededDice dice{1};
    IdSource ids{still, 0};
    SettingsBook settings;
    Adapters adapters;
    std::unique_ptr<db::Lanes> lanes = db::start_lanes(*database, {.lanes = 2});
    World world{*database, *lanes, clock, dice, ids, settings, adapters};
};

class HorizonTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (std::getenv("MEADOW_TEST_POSTGRES") == nullptr) GTEST_SKIP() << "MEADOW_TEST_POSTGRES names no PostgreSQL server";
        here_.emplace();
        elsewhere_.emplace();
    }
    db::Database& here() { return *here_->database; }
    db::Database& elsewhere() { return *elsewhere_->database; }
    std::optional<Ground> here_, elsewhere_;
};

}  // namespace

TEST_F(HorizonTest, nothing_is_settled_that_an_earlier_transaction_of_this_database_may_still_precede)
{
    OpenTransaction early(here());
    const std::int64_t late = commits_one(here());
    const Horizon during = horizon(here_->world);
    EXPECT_EQ(during.settled, early.number());
    EXPECT_GT(during.begun, late);
    early.ends();
    EXPECT_GT(horizon(here_->world).settled, late);
}

TEST_F(HorizonTest, a_transaction_in_another_database_of_the_server_holds_nothing_back)
{
    OpenTransaction stranger(elsewhere());
    const std::int64_t late = commits_one(here());
    EXPECT_GT(horizon(here_->world).settled, late);
    EXPECT_EQ(horizon(elsewhere_->world).settled, stranger.number());
}

TEST_F(HorizonTest, a_prepared_transaction_holds_back_its_own_database_and_no_other)
{
    const auto connection = here().open_writer(db::Home::main);
    if (*db::ReadTx(*connection).one<std::int64_t>(most_prepared) == 0) GTEST_SKIP() << "max_prepared_transactions is 0";
    connection->script("BEGIN; CREATE TABLE pending (id bigint); PREPARE TRANSACTION 'pending'");
    const std::int64_t late = commits_one(here()), late_elsewhere = commits_one(elsewhere());
    EXPECT_LE(horizon(here_->world).settled, late);
    EXPECT_GT(horizon(elsewhere_->world).settled, late_elsewhere);
    connection->script("ROLLBACK PREPARED 'pending'");
    EXPECT_GT(horizon(here_->world).settled, late);
}

TEST_F(HorizonTest, settling_waits_for_the_transaction_that_keeps_news_back)
{
    db::migrate(here(), schema);
    std::vector<std::int64_t> heard;
    Listeners listeners;
    listeners.add("one", Rang::kind, [&](WriteCtx&, const std::string& body) -> Done {
        heard.push_back((TRY(from_json<Rang>(body))).number);
        return done();
    });
    const Errands errands;
    Pump pump(here_->world, listeners, errands);

    OpenTransaction early(here());
    write_in_lane(here_->world, {}, 1, [](WriteCtx& ctx) {
        ctx.tell(Rang{7});
        return true;
    });
    here_->clock.third_time([&] { early.ends(); });
    pump.settle();
    EXPECT_EQ(heard, (std::vector<std::int64_t>{7}));
}

}  // namespace meadow::jobs
