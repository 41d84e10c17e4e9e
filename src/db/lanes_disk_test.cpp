// Lanes and the disk under them: one fsync for all who wait, none of them answered before it, and none when it fails.
#include "db/failing_disk_test.hpp"
#include "db/lanes_test.hpp"

namespace meadow::db {
namespace {

using namespace lanes_test;

class FailingDiskTest : public LanesTest {
protected:
    void SetUp() override
    {
        SqliteTest::SetUp();
        open_lanes();
        run_and_wait(*lanes_, Home::main, 0, [](Tx& tx) { return tx.exec(add_line, 100) == 1; });
    }
    void TearDown() override
    {
        lanes_.reset();
        watcher_.reset();
        database_.reset();
    }
    void expect_told(int from, int to, std::optional<Fault::Kind> fault)
    {
        for (int id = from; id <= to; ++id) EXPECT_EQ(fates_[id].fault, fault) << id;
    }
    void write_one(int id)
    {
        run_and_wait(*lanes_, Home::main, 0, [id](Tx& tx) { return tx.exec(add_line, id) == 1; });
    }
    // What a new process finds.
    std::int64_t lines_after_restart()
    {
        TearDown();
        database_ = open({.url = "sqlite:" + home_.string()});
        return look(count_lines);
    }
    std::int64_t lines_after_power_cut()
    {
        const auto copy = home_ / "after";
        disk_.cut_power(home_, copy);
        const auto reader = open({.url = "sqlite:" + copy.string()})->open_reader(Home::main);
        return *ReadTx(*reader).one<std::int64_t>(count_lines);
    }
    // A disk with a batch of two commands on its way to it.
    void keep_disk_busy()
    {
        hold_up();
        for (int id = 1; id <= 2; ++id) submit(writes(id));
        disk_.hold_syncs(true);
        let_go();
        disk_.await_sync();
    }
    int told()
    {
        const std::lock_guard lock(mutex_);
        return told_;
    }
    FailingDisk disk_;
};

TEST_F(FailingDiskTest, a_full_disk_acknowledges_nothing_and_keeps_nothing)
{
    hold_up();
    for (int id = 1; id <= 5; ++id) submit(writes(id));
    disk_.be_full(true);
    let_go();
    while (figures().commands < 7) std::this_thread::yield();  // the setup's, the one that held the lane up, and those that fail
    disk_.be_full(false);
    finish();
    expect_told(1, 5, Fault::Kind::broken);
    EXPECT_EQ(look(count_lines), 1);
    write_one(6);  // it goes on when the disk does
    EXPECT_EQ(lines_after_restart(), 2) << "nothing of the failed batch comes back from the WAL";
}

TEST_F(FailingDiskTest, who_is_served_alone_keeps_nothing_of_a_failed_fsync)
{
    disk_.refuse_syncs(true);
    submit(writes(1));
    while (figures().commands < 2) std::this_thread::yield();
    disk_.refuse_syncs(false);
    finish();
    expect_told(1, 1, Fault::Kind::broken);
    EXPECT_EQ(lines_after_restart(), 1);
}

TEST_F(FailingDiskTest, a_failed_fsync_acknowledges_nothing_and_what_was_seen_is_not_forgotten)
{
    keep_disk_busy();
    std::promise<void> ran;
    submit(command(3, [&](Tx&) {  // rests on what is not durable
        ran.set_value();
        return false;
    }));
    ran.get_future().wait();
    disk_.refuse_syncs(true);
    disk_.hold_syncs(false);
    while (told() < 4) std::this_thread::yield();
    expect_told(1, 3, Fault::Kind::unknown);
    EXPECT_EQ(look(count_lines), 3);

    submit(writes(4));  // nothing more is run on a disk that fails
    while (told() < 5) std::this_thread::yield();
    expect_told(4, 4, Fault::Kind::broken);
    EXPECT_EQ(fates_[4].runs, 0);

    disk_.refuse_syncs(false);
    write_one(5);
    EXPECT_EQ(lines_after_power_cut(), 4) << "5 is durable, and so is what it stands on";
    EXPECT_EQ(lines_after_restart(), 4);
}

TEST_F(FailingDiskTest, the_next_batch_runs_while_the_disk_is_busy_and_nobody_is_told_before)
{
    keep_disk_busy();
    const int before = told();
    std::promise<std::int64_t> seen;
    submit(command(3, [&](Tx& tx) {
        seen.set_value(*tx.one<std::int64_t>(count_lines));
        return false;  // a refusal rests on what it has seen
    }));
    EXPECT_EQ(seen.get_future().get(), 3);
    EXPECT_EQ(told(), before);
    EXPECT_EQ(lines_after_power_cut(), 1);
    disk_.hold_syncs(false);
    finish();
    EXPECT_EQ(lines_after_power_cut(), 3);
    expect_told(1, 3, {});
    EXPECT_LT(fates_[2].place, fates_[3].place);
}

TEST_F(FailingDiskTest, a_power_cut_takes_nothing_that_was_told)
{
    for (int round = 0; round < 30; ++round) {
        int known = 0;
        for (int id = 1; id <= 7; ++id) submit(writes(10 * round + id));
        {
            const std::lock_guard lock(mutex_);
            for (const auto& [id, fate] : fates_) known += fate.done && !fate.fault;
        }
        EXPECT_GE(lines_after_power_cut(), 1 + known);
        if (round % 4 == 0) database_->checkpoint();
    }
    finish();
    EXPECT_EQ(lines_after_power_cut(), 1 + 30 * 7);
}

TEST_F(FailingDiskTest, the_log_begins_anew_while_syncs_are_put_off)
{
    for (int round = 0; round < 20; ++round) {
        for (int id = 0; id < 10; ++id) submit(writes(1000 + 10 * round + id));
        finish();
        database_->checkpoint();
    }
    disk_.refuse_syncs(true);
    for (int id = 1; id <= 10; ++id) submit(writes(id));
    while (told() < 210) std::this_thread::yield();
    disk_.refuse_syncs(false);
    write_one(11);
    for (int id = 1; id <= 10; ++id) EXPECT_TRUE(fates_[id].fault) << id;
    const std::int64_t seen = look(count_lines);
    EXPECT_EQ(lines_after_power_cut(), seen);
    EXPECT_EQ(lines_after_restart(), seen);
}

// A migration of a grown database: its log is synced as it is written, so that it need not be remembered.
TEST_F(FailingDiskTest, a_transaction_larger_than_memory_should_hold_is_synced_on_its_way_and_taken_back_when_that_fails)
{
    static const Sql add_large{"test.add_large", "INSERT INTO lines (id, what) VALUES ($1, $2)"};
    const std::string large(1 << 20, 'x');
    const auto write_40_mb = [&](int from) {
        run_and_wait(*lanes_, Home::main, 0, [&, from](Tx& tx) {
            for (int id = from; id < from + 40; ++id) tx.exec(add_large, id, large);
            return true;
        });
    };
    const int before = disk_.syncs();
    write_40_mb(1000);
    EXPECT_GE(disk_.syncs() - before, 3);   // once for every 16 MB, once for all
    disk_.refuse_syncs(true);
    EXPECT_THROW(write_40_mb(2000), Fault);
    disk_.refuse_syncs(false);
    write_one(3000);
    EXPECT_EQ(lines_after_power_cut(), 42);
    EXPECT_EQ(lines_after_restart(), 42);
}

TEST_F(FailingDiskTest, one_fsync_serves_a_whole_batch)
{
    hold_up();
    for (int id = 1; id <= 40; ++id) submit(writes(id));
    const int before = disk_.syncs();
    let_go();
    finish();
    EXPECT_EQ(disk_.syncs() - before, 1);
    EXPECT_EQ(look(count_lines), 41);
}

}  // namespace
}  // namespace meadow::db
