// Lanes and the disk under them: one fsync for all who wait, and none of them answered when it fails.
#include "db/failing_disk_test.hpp"
#include "db/lanes_test.hpp"

namespace meadow::db {
namespace {

using namespace lanes_test;

// A disk that fails under the commit: nobody of the batch may believe that it holds, and nobody later sees any of it.
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
    void expect_nothing_holds(const std::function<void(bool)>& fail)
    {
        hold_up();
        for (int id = 1; id <= 5; ++id) submit(writes(id));
        fail(true);
        let_go();
        while (figures().commands < 7) std::this_thread::yield();  // the setup's, the one that held the lane up, and those that fail
        fail(false);
        finish();
        for (int id = 1; id <= 5; ++id) {
            EXPECT_EQ(fates_[id].fault, Fault::Kind::broken) << id;
            EXPECT_FALSE(fates_[id].durable) << id;
        }
        EXPECT_EQ(look(count_lines), 1);
        run_and_wait(*lanes_, Home::main, 0, [](Tx& tx) { return tx.exec(add_line, 6) == 1; });  // it goes on when the disk does
        TearDown();
        database_ = open({.url = "sqlite:" + home_.string()});
        EXPECT_EQ(look(count_lines), 2) << "nothing of the failed batch comes back from the WAL";
    }
    FailingDisk disk_;
};

TEST_F(FailingDiskTest, a_failed_fsync_acknowledges_nothing)
{
    expect_nothing_holds([this](bool on) { disk_.refuse_syncs(on); });
}

TEST_F(FailingDiskTest, a_full_disk_acknowledges_nothing)
{
    expect_nothing_holds([this](bool on) { disk_.be_full(on); });
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
