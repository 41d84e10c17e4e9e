// Errands: after the commit, at least once, with growing pauses, and not for ever.
#include "jobs/errands.hpp"

#include "jobs/ground_test.hpp"

namespace meadow::jobs {
namespace {

struct Letter {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Letter, (), (number))

using Numbers = std::vector<std::int64_t>;

class ErrandsTest : public GroundTest {
protected:
    void settle()
    {
        while (errands_.run_due(*world_, 2) > 0) {}
    }
    void wait(Duration d)
    {
        clock_.advance(d);
        settle();
    }
    std::vector<Errand> failed()
    {
        return read<std::vector<Errand>>([](db::ReadTx& tx) { return store::list_failed_errands(tx, 0, 100); });
    }
    Errands errands_;
};

TEST_F(ErrandsTest, an_errand_runs_after_the_commit_and_only_if_there_was_one)
{
    Numbers delivered;
    errands_.on<Letter>("test.letter", [&](const Letter& letter) { delivered.push_back(letter.number); });
    write([](WriteCtx& ctx) { errands::send(ctx, "test.letter", Letter{1}); });
    write([](WriteCtx& ctx) { errands::send(ctx, "test.letter", Letter{2}, 1h); });
    write_in_lane(*world_, nobody_, 0, [](WriteCtx& ctx) {
        errands::send(ctx, "test.letter", Letter{3});
        return false;
    });
    EXPECT_TRUE(delivered.empty());
    settle();
    EXPECT_EQ(delivered, Numbers{1});
    wait(1h);
    EXPECT_EQ(delivered, (Numbers{1, 2}));
    wait(24h);
    EXPECT_EQ(delivered.size(), 2u);
}

TEST_F(ErrandsTest, an_errand_that_fails_is_tried_again_with_growing_pauses_and_then_kept_as_failed)
{
    std::vector<Instant> tries;
    errands_.on<Letter>("test.letter", [&](const Letter&) {
        tries.push_back(clock_.now());
        throw std::runtime_error("the post is closed");
    });
    write([](WriteCtx& ctx) { errands::send(ctx, "test.letter", Letter{1}); });
    settle();
    for (int minute = 0; minute < 60 * 24; ++minute) {
        clock_.advance(1min);
        settle();
    }
    ASSERT_EQ(tries.size(), std::size_t(Errands::max_attempts));
    for (std::size_t i = 2; i < tries.size(); ++i) {
        EXPECT_GE(tries[i] - tries[i - 1], tries[i - 1] - tries[i - 2] - 1min);
        EXPECT_LE(tries[i] - tries[i - 1], 1h + 1min);
    }
    const auto all = failed();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].error, "the post is closed");
    EXPECT_EQ(all[0].attempts, Errands::max_attempts);
}

TEST_F(ErrandsTest, the_first_pauses_of_an_errand_are_as_its_header_says)
{
    int tries = 0;
    errands_.on<Letter>("test.letter", [&](const Letter&) {
        ++tries;
        throw std::runtime_error("the post is closed");
    });
    write([](WriteCtx& ctx) { errands::send(ctx, "test.letter", Letter{1}); });
    settle();
    int expected = 1;
    for (const Duration pause : {2s, 8s, 32s}) {
        wait(pause - 1ms);
        EXPECT_EQ(tries, expected);
        wait(1ms);
        EXPECT_EQ(tries, ++expected);
    }
}

TEST_F(ErrandsTest, an_errand_whose_process_died_comes_due_again)
{
    int tries = 0;
    errands_.on<Letter>("test.letter", [&](const Letter&) { ++tries; });
    write([](WriteCtx& ctx) { errands::send(ctx, "test.letter", Letter{1}); });
    const auto due = read<std::vector<Errand>>([&](db::ReadTx& tx) { return store::errands_due(tx, clock_.now(), 10); });
    ASSERT_EQ(due.size(), 1u);
    write([&](WriteCtx& ctx) { EXPECT_TRUE(store::claim_errand(ctx.tx, due[0].id, due[0].due, ctx.now + 2min)); });
    write([&](WriteCtx& ctx) { EXPECT_FALSE(store::claim_errand(ctx.tx, due[0].id, due[0].due, ctx.now + 2min)) << "claimed"; });
    settle();
    EXPECT_EQ(tries, 0) << "somebody else has it";
    wait(2min);
    EXPECT_EQ(tries, 1);
    wait(24h);
    EXPECT_EQ(tries, 1);
}

TEST_F(ErrandsTest, an_errand_that_kills_its_process_every_time_is_given_up)
{
    int tries = 0;
    errands_.on<Letter>("test.letter", [&](const Letter&) { ++tries; });
    write([](WriteCtx& ctx) { errands::send(ctx, "test.letter", Letter{1}); });
    for (int i = 0; i < Errands::max_attempts; ++i) {
        const auto due = read<std::vector<Errand>>([&](db::ReadTx& tx) { return store::errands_due(tx, clock_.now(), 10); });
        ASSERT_EQ(due.size(), 1u);
        write([&](WriteCtx& ctx) { EXPECT_TRUE(store::claim_errand(ctx.tx, due[0].id, due[0].due, ctx.now + 2min)); });
        clock_.advance(2min);
    }
    settle();
    EXPECT_EQ(tries, 0);
    EXPECT_EQ(failed().size(), 1u);
}

TEST_F(ErrandsTest, an_errand_nobody_runs_is_kept_and_told)
{
    write([](WriteCtx& ctx) { errands::send(ctx, "test.unknown", Letter{1}); });
    for (int hour = 0; hour < 24; ++hour) wait(2h);
    ASSERT_EQ(failed().size(), 1u);
    EXPECT_NE(failed()[0].error.find("test.unknown"), std::string::npos);
}

TEST_F(ErrandsTest, one_errand_that_fails_does_not_hold_up_the_next)
{
    Numbers delivered;
    errands_.on<Letter>("test.letter", [&](const Letter& letter) {
        if (letter.number == 1) throw std::runtime_error("the post is closed");
        delivered.push_back(letter.number);
    });
    for (int i = 1; i <= 3; ++i) write([&](WriteCtx& ctx) { errands::send(ctx, "test.letter", Letter{i}); });
    settle();
    EXPECT_EQ(delivered, (Numbers{2, 3}));
}

}  // namespace
}  // namespace meadow::jobs
