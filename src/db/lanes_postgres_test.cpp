// Lanes on PostgreSQL: hot rows, several processes' lanes on one database, and the blame of late failures.
#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

#include "db/lanes.hpp"
#include "db/postgres_test.hpp"

namespace meadow::db {
namespace {

const Sql take{"lanes_test.take", "UPDATE stock SET left_over = left_over - $1 WHERE sku = $2 AND left_over >= $1"};
const Sql stock_of{"lanes_test.stock_of", "SELECT left_over FROM stock WHERE sku = $1"};
const Sql set_stock{"lanes_test.set_stock", "UPDATE stock SET left_over = $1 WHERE sku = $2"};
const Sql add_line{"lanes_test.add_line", "INSERT INTO lines (id, sku, what, price) VALUES ($1, $2, 'sold', 1)"};
const Sql count_lines{"lanes_test.count_lines", "SELECT count(*) FROM lines WHERE sku = $1"};
const Sql is_superuser{"lanes_test.is_superuser", "SELECT current_setting('is_superuser')"};

// Counts what became of the commands and waits for the last.
class Tally {
public:
    explicit Tally(int expected) : left_(expected) {}
    void kept() { ++kept_; }
    void finish(bool fault)
    {
        faults_ += fault;
        if (--left_ == 0) left_.notify_all();
    }
    void wait() const
    {
        for (int left = left_; left > 0; left = left_) left_.wait(left);
    }
    int faults() const { return faults_; }
    int acknowledged() const { return kept_; }

private:
    std::atomic<int> left_, faults_{0}, kept_{0};
};

// Takes one piece of each of some stocks, in the order given, and notes a line for each.
class Buy final : public Command {
public:
    Buy(std::int64_t first_line, std::vector<std::int64_t> skus, Tally& tally)
        : first_line_(first_line), skus_(std::move(skus)), tally_(tally)
    {
    }
    bool run(Tx& tx) override
    {
        bought_ = false;
        for (const std::int64_t sku : skus_)
            if (tx.exec(take, 1, sku) != 1) return false;
        for (std::size_t i = 0; i < skus_.size(); ++i) tx.put(add_line, first_line_ + std::int64_t(i), skus_[i]);
        return bought_ = true;
    }
    void done(std::exception_ptr fault) noexcept override
    {
        if (bought_ && !fault) tally_.kept();
        tally_.finish(fault != nullptr);
    }

private:
    const std::int64_t first_line_;
    const std::vector<std::int64_t> skus_;
    bool bought_ = false;
    Tally& tally_;
};

void submit(Lanes& lanes, std::uint64_t key, std::unique_ptr<Command> command)
{
    while (!lanes.submit(Home::main, key, command)) std::this_thread::yield();
}

TEST_F(PostgresTest, lanes_of_two_processes_sell_a_hot_sku_exactly_once_a_piece)
{
    constexpr int buyers = 4000, pieces = 1500;
    const auto watch = connection();
    Tx tx(*watch);
    tx.exec(set_stock, pieces, 7);
    const auto second = open_postgres(options_);
    Tally tally(buyers);
    {
        const auto here = start_lanes(*database_, {.lanes = 3, .queue = 512, .batch = 64});
        const auto there = start_lanes(*second, {.lanes = 3, .queue = 512, .batch = 64});
        for (int i = 0; i < buyers; ++i)
            submit(i % 2 ? *here : *there, std::uint64_t(i), std::make_unique<Buy>(i, std::vector<std::int64_t>{7}, tally));
        tally.wait();
    }
    EXPECT_EQ(0, tally.faults());
    EXPECT_EQ(pieces, tally.acknowledged());
    EXPECT_EQ(0, tx.one<std::int64_t>(stock_of, 7));
    EXPECT_EQ(pieces, tx.one<std::int64_t>(count_lines, 7));
}

TEST_F(PostgresTest, commands_without_a_home_have_the_first_lane_to_themselves)
{
    constexpr int buyers = 60, homeless = 5;
    Tally tally(buyers + homeless);
    const auto lanes = start_lanes(*database_, {.lanes = 3});
    for (int i = 0; i < buyers + homeless; ++i)
        submit(*lanes, i < homeless ? 0 : std::uint64_t(i), std::make_unique<Buy>(i, std::vector<std::int64_t>{i % 100 + 1}, tally));
    tally.wait();
    const auto figures = lanes->figures();
    ASSERT_EQ(4u, figures.size()) << "three and the one for events";
    EXPECT_EQ(std::uint64_t(homeless), figures[0].commands);
    EXPECT_EQ(std::uint64_t(buyers), figures[1].commands + figures[2].commands);
    EXPECT_GT(figures[1].commands, 0u);
    EXPECT_GT(figures[2].commands, 0u);
}

TEST_F(PostgresTest, rows_taken_in_any_order_by_many_lanes_deadlock_without_a_caller_noticing)
{
    constexpr int buyers = 600;
    constexpr std::int64_t skus = 6;
    std::mt19937 dice(20301111);
    // A server looks for deadlocks after 1 s, which only a superuser may shorten; the test holds either way.
    const auto watch = connection();
    Tx tx(*watch);
    const bool superuser = tx.one<std::string>(is_superuser) == "on";
    const Options options = superuser ? with_setting("deadlock_timeout", "5ms") : options_;
    const auto first = open_postgres(options), second = open_postgres(options);
    // Whether lanes meet is chance; so the crowd comes again until they have.
    std::uint64_t retries = 0;
    int crowds = 0;
    for (; crowds < 50 && retries == 0; ++crowds) {
        Tally tally(buyers);
        const auto here = start_lanes(*first, {.lanes = 2, .queue = 512, .batch = 16});
        const auto there = start_lanes(*second, {.lanes = 2, .queue = 512, .batch = 16});
        for (int i = 0; i < buyers; ++i) {
            std::vector<std::int64_t> order{1, 2, 3, 4, 5, 6};
            std::shuffle(order.begin(), order.end(), dice);
            order.resize(3);
            submit(i % 2 ? *here : *there, std::uint64_t(i), std::make_unique<Buy>((crowds * buyers + i) * 10, order, tally));
        }
        tally.wait();
        for (const LaneFigures& lane : here->figures()) retries += lane.retries;
        for (const LaneFigures& lane : there->figures()) retries += lane.retries;
        EXPECT_EQ(0, tally.faults());
        EXPECT_EQ(buyers, tally.acknowledged());
    }
    EXPECT_GT(retries, 0u) << "there was no deadlock to begin with";
    std::int64_t lines = 0;
    for (std::int64_t sku = 1; sku <= skus; ++sku) {
        const std::int64_t sold = *tx.one<std::int64_t>(count_lines, sku);
        EXPECT_EQ(1000000 - sold, tx.one<std::int64_t>(stock_of, sku));
        lines += sold;
    }
    EXPECT_EQ(3 * buyers * crowds, lines);
}

TEST_F(PostgresTest, a_command_whose_post_fails_is_the_only_one_of_its_batch_to_fail)
{
    constexpr int buyers = 300;
    Tally good(buyers), bad(3);
    {
        const auto lanes = start_lanes(*database_, {.lanes = 1, .queue = 512, .batch = 64});
        for (int i = 0; i < buyers; ++i) {
            submit(*lanes, 1, std::make_unique<Buy>(1000 + i, std::vector<std::int64_t>{7}, good));
            if (i % 100 == 50) submit(*lanes, 1, std::make_unique<Buy>(1000 + i, std::vector<std::int64_t>{8}, bad));  // the same line id
        }
        good.wait();
        bad.wait();
    }
    EXPECT_EQ(0, good.faults());
    EXPECT_EQ(buyers, good.acknowledged());
    EXPECT_EQ(3, bad.faults());
    EXPECT_EQ(0, bad.acknowledged());
    const auto watch = connection();
    Tx tx(*watch);
    EXPECT_EQ(1000000 - buyers, tx.one<std::int64_t>(stock_of, 7));
    EXPECT_EQ(1000000, tx.one<std::int64_t>(stock_of, 8));
}

}  // namespace
}  // namespace meadow::db
