// What a lane promises, on SQLite: one commit for all who wait, and each command answers for itself alone.
#include "db/lanes_test.hpp"

namespace meadow::db {
namespace {

using namespace lanes_test;

const Sql take{"test.lane_take", "UPDATE stock SET left_over = left_over - 1 WHERE sku = 1 AND left_over > 0"};
const Sql stock{"test.lane_stock", "SELECT left_over FROM stock WHERE sku = 1"};

TEST_F(LanesTest, whatever_waits_is_committed_together_and_told_in_order_after_it_is_durable)
{
    open_lanes();
    hold_up();
    for (int id = 1; id <= 40; ++id) submit(writes(id));
    const auto before = figures();
    EXPECT_EQ(before.depth, 40u);
    let_go();
    finish();
    for (int id = 1; id <= 40; ++id) {
        EXPECT_TRUE(fates_[id].durable) << id;
        EXPECT_EQ(fates_[id].place, id + 1);
    }
    const auto after = figures();
    EXPECT_EQ(after.batch_sizes[6], 1u) << "40 commands were one transaction";
    EXPECT_EQ(after.depth, 0u);
}

TEST_F(LanesTest, a_refused_command_leaves_nothing_and_hurts_nobody)
{
    open_lanes();
    hold_up();
    submit(writes(1));
    submit(command(2, [](Tx& tx) {
        tx.exec(add_line, 2);
        tx.exec(take);
        return false;
    }));
    submit(writes(3));
    let_go();
    finish();
    EXPECT_TRUE(fates_[1].durable);
    EXPECT_FALSE(fates_[2].durable);
    EXPECT_EQ(fates_[2].fault, std::nullopt) << "a refusal is not a fault";
    EXPECT_TRUE(fates_[3].durable);
    EXPECT_EQ(look(stock), 1000);
    EXPECT_EQ(figures().refused, 3u) << "the holder, the refused one and finish()";
}

TEST_F(LanesTest, a_command_that_breaks_is_rolled_back_alone)
{
    open_lanes();
    hold_up();
    submit(writes(1));
    submit(command(2, [](Tx& tx) -> bool {
        tx.exec(add_line, 2);
        throw std::runtime_error("a bug");
    }));
    submit(command(3, [](Tx& tx) {
        tx.exec(add_line, 3);
        tx.exec(add_line, 1);  // is there already
        return true;
    }));
    submit(writes(4));
    let_go();
    finish();
    EXPECT_TRUE(fates_[1].durable);
    EXPECT_EQ(fates_[2].fault, Fault::Kind::broken);
    EXPECT_EQ(fates_[3].fault, Fault::Kind::duplicate);
    EXPECT_TRUE(fates_[4].durable);
    EXPECT_EQ(look(count_lines), 2);
    EXPECT_EQ(figures().faults, 2u);
}

TEST_F(LanesTest, a_refusal_that_wrote_nothing_costs_the_batch_nothing)
{
    open_lanes();
    hold_up();
    submit(writes(1));
    submit(command(2, [](Tx&) { return false; }));
    submit(writes(3));
    let_go();
    finish();
    EXPECT_EQ(fates_[1].runs, 1);
    EXPECT_EQ(fates_[3].runs, 1);
    EXPECT_EQ(figures().retries, 0u);
}

TEST_F(LanesTest, after_a_refusal_that_had_written_the_batch_is_run_again_and_the_next_one_only_once)
{
    open_lanes();
    hold_up();
    const auto regrets = [](std::int64_t id) {
        return [id](Tx& tx) {
            tx.exec(add_line, id);
            return false;
        };
    };
    submit(writes(1));
    submit(command(2, regrets(2)));
    let_go();
    finish();
    EXPECT_EQ(fates_[1].runs, 2);
    EXPECT_TRUE(fates_[1].durable);
    EXPECT_EQ(fates_[2].runs, 2);
    submit(command(3, regrets(3)));
    finish();
    EXPECT_EQ(fates_[3].runs, 1) << "by now every command has a savepoint";
    EXPECT_EQ(look(count_lines), 1);
}

TEST_F(LanesTest, what_arrives_while_the_batch_runs_shares_its_commit)
{
    open_lanes();
    hold_up();
    submit(writes(1));
    submit(command(2, [this](Tx& tx) {
        submit(writes(3));  // as a request that comes in just now
        return tx.exec(add_line, 2) == 1;
    }));
    let_go();
    finish();
    finish();  // the first may stand before the third
    EXPECT_TRUE(fates_[3].durable);
    EXPECT_EQ(figures().batch_sizes[2] + figures().batch_sizes[3], 1u) << "the holder and all three, perhaps finish() too, were one transaction";
}

TEST_F(LanesTest, a_full_queue_leaves_the_command_with_its_caller)
{
    open_lanes({.queue = 2});
    hold_up();
    submit(writes(1));
    submit(writes(2));
    auto late = writes(3);
    EXPECT_FALSE(lanes_->submit(Home::main, 0, late));
    EXPECT_NE(late, nullptr);
    EXPECT_EQ(kind_of([&] { run_and_wait(*lanes_, Home::main, 0, [](Tx&) { return true; }); }), Fault::Kind::busy);
    EXPECT_EQ(figures().rejected, 2u);
    EXPECT_EQ(figures().depth, 2u);
    let_go();
    while (figures().depth > 0) std::this_thread::yield();
    EXPECT_TRUE(lanes_->submit(Home::main, 0, late)) << "there is room again";
    while (figures().depth > 0) std::this_thread::yield();
    finish();
    EXPECT_TRUE(fates_[3].durable);
}

TEST_F(LanesTest, a_batch_is_bounded)
{
    open_lanes({.batch = 8});
    hold_up();
    for (int id = 1; id <= 18; ++id) submit(writes(id));
    let_go();
    finish();
    EXPECT_EQ(figures().batch_sizes[3], 2u) << "two of eight";
    EXPECT_EQ(look(count_lines), 18);
}

TEST_F(LanesTest, what_is_queued_when_it_stops_is_still_done)
{
    open_lanes();
    hold_up();
    for (int id = 1; id <= 5; ++id) submit(writes(id));
    let_go();
    lanes_.reset();
    for (int id = 1; id <= 5; ++id) EXPECT_TRUE(fates_[id].durable) << id;
}

TEST_F(LanesTest, the_store_of_events_does_not_wait_for_the_main_one)
{
    open_lanes();
    hold_up();
    run_and_wait(*lanes_, Home::events, 0, [](Tx& tx) { return tx.exec(add_line, 7) == 1; });
    let_go();
    finish();
    const auto reader = database_->open_reader(Home::events);
    EXPECT_EQ(ReadTx(*reader).one<std::int64_t>(count_lines), 1);
    EXPECT_EQ(look(count_lines), 0);
}

TEST_F(LanesTest, a_conflict_makes_the_lane_repeat_the_batch_one_by_one)
{
    open_lanes();
    hold_up();
    submit(writes(1));
    submit(command(2, [first = true](Tx& tx) mutable {
        tx.exec(add_line, 2);
        if (std::exchange(first, false)) throw Fault(Fault::Kind::conflict, "deadlock");
        return true;
    }));
    submit(writes(3));
    let_go();
    finish();
    for (int id = 1; id <= 3; ++id) EXPECT_TRUE(fates_[id].durable) << id;
    EXPECT_EQ(fates_[1].runs, 2);
    EXPECT_EQ(fates_[2].runs, 2);
    EXPECT_EQ(fates_[3].runs, 1) << "the batch had ended before it";
    EXPECT_GE(figures().retries, 3u);
}

TEST_F(LanesTest, endless_conflicts_end_as_busy_and_hurt_nobody_else)
{
    open_lanes();
    hold_up();
    submit(writes(1));
    submit(command(2, [](Tx&) -> bool { throw Fault(Fault::Kind::conflict, "deadlock"); }));
    submit(writes(3));
    let_go();
    finish();
    EXPECT_TRUE(fates_[1].durable);
    EXPECT_EQ(fates_[2].fault, Fault::Kind::busy);
    EXPECT_FALSE(fates_[2].durable);
    EXPECT_TRUE(fates_[3].durable);
}

}  // namespace
}  // namespace meadow::db
