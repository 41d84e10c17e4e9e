// meadow backup, restore and migrate: what they promise to whoever loses a disk, or upgrades.
#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>

#include "app/audit.hpp"
#include "app/backups/manifest.hpp"
#include "base/json.hpp"
#include "app/visit.hpp"
#include "blobs/store.hpp"
#include "support/buying.hpp"
#include "support/command.hpp"
#include "support/paying.hpp"
#include "support/postgres.hpp"

namespace meadow::app {
namespace {

namespace fs = std::filesystem;
using testing::Outcome;
using testing::runs;

const db::Sql find_order{"testing.find_order", "SELECT order_id FROM trading_orders WHERE order_id = $1"};
const db::Sql count_audit{"testing.count_audit", "SELECT count(*) FROM governance_audit"};
const db::Sql select_xids{"testing.select_xids", R"sql(
    SELECT count(*) FROM (SELECT xid FROM jobs_outbox UNION ALL SELECT xid FROM jobs_cursors) AS places WHERE xid > 1000000000)sql"};

const db::Sql count_again{"testing.count_numbers_again", R"sql(
    SELECT count(*) FROM jobs_outbox n WHERE n.xid > 0 AND n.seq <= (SELECT max(o.seq) FROM jobs_outbox o WHERE o.xid = 0))sql"};
struct WrittenNote {
    NoteId note;
    std::string title, text;
    std::optional<double> latitude, longitude;
};
BOOST_DESCRIBE_STRUCT(WrittenNote, (), (note, title, text, latitude, longitude))
const db::Sql select_written{"testing.select_written", "SELECT note_id, title, text, latitude, longitude FROM community_notes ORDER BY note_id"};

class BackupTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (town_.database().engine() == db::Engine::postgres) GTEST_SKIP() << "commands find a Town by its SQLite files";
    }
    Outcome back_up() { return runs({"backup", backup(), "--data", town_.directory()}); }
    Outcome restore() { return runs({"restore", backup(), "--data", restored()}); }
    std::string backup() const { return town_.directory() + "/backup"; }
    std::string restored() const { return town_.directory() + "/restored"; }
    void is_refused_for(const std::string& why)
    {
        const Outcome outcome = restore();
        EXPECT_EQ(outcome.code, 1) << outcome.said;
        EXPECT_TRUE(outcome.complains(why)) << outcome.complaint;
        EXPECT_FALSE(fs::exists(restored()));
    }

    Town town_{text(jobs::SystemClock{}.now())};
};

std::map<std::string, std::string> files_below(const fs::path& directory)
{
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(directory))
        if (entry.is_regular_file()) out[entry.path().lexically_relative(directory)] = sha256_of(entry.path());
    return out;
}

void change_byte(const fs::path& path, std::streamoff at)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(at);
    const char old = char(file.get());
    file.seekp(at);
    file.put(char(old ^ 1));
}

fs::path some_media(const fs::path& directory)
{
    for (const auto& entry : fs::recursive_directory_iterator(directory / "media"))
        if (entry.is_regular_file()) return entry.path();
    return {};
}

// A shopper who never stops: buys, pays, uploads; and remembers what was acknowledged.
class Restless {
public:
    Restless(Town& town, const std::string& shop, const std::string& sku)
        : buyer_(testing::buyer(town, "bo")), shop_(shop), sku_(sku), town_(town)
    {
        thread_ = std::thread([this] {
            for (std::uint64_t seed = 100; !stop_; ++seed) live(seed);
        });
    }
    ~Restless()
    {
        stop_ = true;
        thread_.join();
    }
    std::vector<OrderId> acknowledged()
    {
        const std::lock_guard lock(mutex_);
        return orders_;
    }

private:
    void live(std::uint64_t seed)
    {
        const testing::Bought one = testing::bought(buyer_, shop_, sku_, 1, yuan(99));
        testing::pays(town_, one, yuan(99));
        testing::picture(buyer_, seed);
        const std::lock_guard lock(mutex_);
        orders_.push_back(testing::id_in<OrderId>(one.order));
    }

    testing::Buyer buyer_;
    const std::string shop_, sku_;
    Town& town_;
    std::mutex mutex_;
    std::vector<OrderId> orders_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

}  // namespace

TEST_F(BackupTest, a_town_that_is_copied_while_people_buy_is_whole_and_has_all_that_was_acknowledged)
{
    auto lin = town_.person("lin");
    const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99), 100'000}});
    town_.settles();
    std::vector<OrderId> before;
    Outcome taken;
    {
        Restless restless(town_, stall.shop, stall.skus[0]);
        while (restless.acknowledged().size() < 5) std::this_thread::yield();
        before = restless.acknowledged();
        taken = back_up();
        while (restless.acknowledged().size() < before.size() + 2) std::this_thread::yield();  // it was never stopped
    }
    ASSERT_EQ(taken.code, 0) << taken.complaint;
    ASSERT_EQ(runs({"restore", "--check", backup()}).code, 0);
    const Outcome back = restore();
    ASSERT_EQ(back.code, 0) << back.complaint;
    EXPECT_TRUE(back.says("Proved: rows, database files"));

    const auto database = db::open({.url = "sqlite:" + restored()});
    const auto connection = database->open_reader(db::Home::main);
    db::ReadTx tx(*connection);
    for (const OrderId order : before) EXPECT_TRUE(tx.one<OrderId>(find_order, order)) << text(order);
    EXPECT_EQ(runs({"books", "--data", restored()}).code, 0);
    EXPECT_EQ(files_below(backup() + "/media"), files_below(restored() + "/media"));
    const auto original = files_below(town_.directory() + "/media");
    for (const auto& [name, hash] : files_below(restored() + "/media")) EXPECT_EQ(original.at(name), hash);
}

TEST_F(BackupTest, is_refused_when_anything_of_it_is_missing_or_changed)
{
    auto lin = town_.person("lin");
    testing::picture(lin, 1);
    const auto again = [&] {
        fs::remove_all(backup());
        ASSERT_EQ(back_up().code, 0);
    };
    again();
    change_byte(backup() + "/meadow.db", 5000);
    is_refused_for("not what it was");
    again();
    fs::resize_file(backup() + "/events.db", 4096);
    is_refused_for("not what it was");
    again();
    change_byte(some_media(backup()), 50);
    is_refused_for("not what it was");
    again();
    fs::remove(some_media(backup()));
    is_refused_for("not all there");
    again();
    fs::remove(backup() + "/events.db");
    is_refused_for("missing");
    again();
    fs::resize_file(backup() + "/manifest.json", 100);
    is_refused_for("cannot be understood");
    again();
    fs::remove(backup() + "/manifest.json");
    is_refused_for("never finished");
    again();
    EXPECT_EQ(restore().code, 0);
}

TEST_F(BackupTest, takes_nobodys_place)
{
    ASSERT_EQ(back_up().code, 0);
    EXPECT_TRUE(back_up().complains("is not empty"));
    ASSERT_EQ(restore().code, 0);
    EXPECT_TRUE(restore().complains("is not empty"));
    EXPECT_TRUE(runs({"backup", backup() + "2", "--data", town_.directory() + "/nowhere"}).complains("there is no town"));
    EXPECT_FALSE(fs::exists(backup() + "2"));
}

TEST_F(BackupTest, of_a_newer_meadow_is_refused_and_so_is_its_town)
{
    town_.database().open_writer(db::Home::main)->script("INSERT INTO db_migrations VALUES ('wonders', 1, 'future', '1')");
    ASSERT_EQ(back_up().code, 0);
    is_refused_for("made by a newer meadow");
    const auto older = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--data", town_.directory()});
        const Outcome outcome = runs(words);
        EXPECT_EQ(outcome.code, 1);
        EXPECT_TRUE(outcome.complains("made by a newer meadow")) << outcome.complaint;
    };
    older({"migrate"});
    older({"user", "list"});
    older({"books"});
}

TEST_F(BackupTest, is_taken_before_a_migration_and_brings_back_what_was)
{
    const std::string old_town = town_.directory() + "/old";
    {
        auto older = all_migrations();
        older.pop_back();
        const auto database = db::open({.url = "sqlite:" + old_town});
        db::migrate(*database, older);
        blobs::Store(old_town + "/media").put("a picture nobody knows", "jpg");
    }
    EXPECT_TRUE(runs({"user", "list", "--data", old_town}).complains("older than this binary"));
    const Outcome migrated = runs({"migrate", "--data", old_town});
    ASSERT_EQ(migrated.code, 0) << migrated.complaint;
    EXPECT_TRUE(migrated.says("before changing the schema")) << migrated.said;
    std::vector<fs::path> made;
    for (const auto& entry : fs::directory_iterator(old_town + "/backups")) made.push_back(entry.path());
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(read_manifest(made[0]).schema.size(), db::known_migrations(all_migrations(), db::Engine::sqlite).size() - 1);
    EXPECT_EQ(fs::hard_link_count(some_media(made[0])), 2u) << "what never changes is not kept twice";
    const Outcome back = runs({"restore", made[0], "--data", restored()});
    ASSERT_EQ(back.code, 0) << back.complaint;
    EXPECT_TRUE(back.says("1 migrations were applied")) << back.said;
    EXPECT_FALSE(runs({"migrate", "--data", restored()}).says("Backing up")) << "nothing is left to do";
}

TEST(BackupOnPostgres, comes_back_in_another_server_where_news_goes_on_being_heard)
{
    const testing::OwnPostgres here;
    if (!here) GTEST_SKIP() << "MEADOW_TEST_POSTGRES names no PostgreSQL server";
    const testing::OwnPostgres there;
    ASSERT_EQ(runs({"migrate", "--config", here.config()}).code, 0);
    ASSERT_EQ(runs({"user", "add", "boss@example.org", "--handle", "boss", "--role", "operator", "--config", here.config()}).code,
              0);
    // The server that the backup is of has counted many more transactions than the one it comes back to.
    db::open({.url = here.url()})->open_writer(db::Home::main)->script("UPDATE jobs_outbox SET xid = xid + 1000000000000");
    ASSERT_EQ(runs({"backup", here.data() + "/backup", "--config", here.config()}).code, 0);
    EXPECT_TRUE(runs({"restore", here.data() + "/backup", "--data", here.data() + "/x"}).complains("MEADOW_DATABASE_URL"));
    const Outcome back = runs({"restore", here.data() + "/backup", "--config", there.config()});
    ASSERT_EQ(back.code, 0) << back.complaint;
    EXPECT_TRUE(back.says("comes from another PostgreSQL server")) << back.said;
    EXPECT_TRUE(runs({"restore", here.data() + "/backup", "--config", there.config()}).complains("not empty"));

    ASSERT_EQ(runs({"user", "grant", "boss", "moderator", "--config", there.config()}).code, 0);
    Visit visit(load_config(there.config(), ""));
    visit.meadow().pump().settle();
    jobs::read_now(visit.world(), {}, [&](ReadCtx& ctx) {
        EXPECT_EQ(ctx.tx.one<std::int64_t>(count_audit), 3) << "two from before, one from after";
        EXPECT_EQ(ctx.tx.one<std::int64_t>(select_xids), 0);
    });
}

TEST_F(BackupTest, of_sqlite_goes_into_postgres_where_the_town_goes_on)
{
    const testing::OwnPostgres server;
    if (!server) GTEST_SKIP() << "MEADOW_TEST_POSTGRES names no PostgreSQL server";
    auto lin = town_.person("lin");
    auto boss = town_.person_with_role("boss", Role::operator_);
    const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99), 100}});
    town_.settles();
    auto bo = testing::buyer(town_, "bo");
    const testing::Bought paid = testing::bought(bo, stall.shop, stall.skus[0], 1, yuan(99));
    testing::pays(town_, paid, yuan(99));
    testing::bought(bo, stall.shop, stall.skus[0], 1, yuan(99));   // not paid for yet
    const std::string media = testing::picture(lin);
    for (const char* const place : {R"(,"place":{"name":"外滩","latitude":31.240018,"longitude":121.4900317})", ""})
        lin.post("/v1/notes", R"({"title":"tab\t \\N","text":"line\nfeed, \\N, back\\slash, 雨 🌧","media":[")" + media + R"("],"products":[])" + place + "}").is(201);
    ASSERT_EQ(back_up().code, 0);

    const Outcome moved = runs({"restore", backup(), "--config", server.config()});
    ASSERT_EQ(moved.code, 0) << moved.complaint;
    EXPECT_TRUE(moved.says("Proved: rows")) << moved.said;
    EXPECT_FALSE(fs::exists(server.data() + "/data/moving"));
    EXPECT_TRUE(runs({"restore", backup(), "--config", server.config()}).complains("not empty"));
    EXPECT_EQ(runs({"books", "--config", server.config()}).code, 0);

    const auto written = [](db::Database& database) {
        const auto connection = database.open_reader(db::Home::main);
        db::ReadTx tx(*connection);
        return tx.all<WrittenNote>(select_written);
    };
    const auto here = written(town_.database()), there = written(*db::open({.url = server.url()}));
    ASSERT_EQ(here.size(), 2u);
    EXPECT_EQ(here[0].text, "line\nfeed, \\N, back\\slash, 雨 🌧");
    EXPECT_EQ(to_json(here), to_json(there));

    ASSERT_EQ(runs({"user", "grant", "lin", "moderator", "--config", server.config()}).code, 0);
    Visit visit(load_config(server.config(), ""));
    visit.meadow().pump().settle();
    jobs::read_now(visit.world(), {}, [&](ReadCtx& ctx) {
        EXPECT_EQ(audit_faults(ctx.tx), std::vector<std::string>{});
        EXPECT_EQ(ctx.tx.one<std::int64_t>(count_again), 0) << "numbers go on after those that came";
    });
}

}  // namespace meadow::app
