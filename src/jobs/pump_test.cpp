// News and timers: in order, at least once, and one subscriber's trouble is nobody else's.
#include "jobs/pump.hpp"

#include "jobs/ground_test.hpp"

namespace meadow::jobs {
namespace {

struct Rang {
    static constexpr std::string_view kind = "test.rang";
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Rang, (), (number))

struct Echo {
    static constexpr std::string_view kind = "test.echo";
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(Echo, (), (number))

const RefusalKind no_taste{"test.no_taste", 409, "This cannot be digested"};

class PumpTest : public GroundTest {
protected:
    // Hears everything of a kind; what `answer` refuses or throws is parked.
    using Answer = std::function<Done(WriteCtx&, std::int64_t)>;
    void listen(const std::string& who, Answer answer = [](WriteCtx&, std::int64_t) { return done(); })
    {
        listeners_.add(who, Rang::kind, [this, who, answer](WriteCtx& ctx, const std::string& body) -> Done {
            const Rang rang = TRY(from_json<Rang>(body));
            heard_[who].push_back(rang.number);
            return answer(ctx, rang.number);
        });
    }
    void ring(std::int64_t from, std::int64_t to)
    {
        for (std::int64_t i = from; i <= to; ++i) write([&](WriteCtx& ctx) { ctx.tell(Rang{i}); });
    }
    std::vector<Parked> parked()
    {
        return read<std::vector<Parked>>([](db::ReadTx& tx) { return store::list_parked(tx, 0, 100); });
    }
    void wait(Duration d)
    {
        clock_.advance(d);
        pump_.settle();
    }

    Listeners listeners_;
    Errands errands_;
    Pump pump_{*world_, listeners_, errands_};
    std::map<std::string, std::vector<std::int64_t>> heard_;
};

using Numbers = std::vector<std::int64_t>;

TEST_F(PumpTest, every_subscriber_hears_all_news_once_and_in_order)
{
    listen("one");
    listen("two");
    ring(1, 300);  // more than a round takes
    pump_.settle();
    ring(301, 302);
    pump_.settle();
    Numbers all(302);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = std::int64_t(i) + 1;
    EXPECT_EQ(heard_["one"], all);
    EXPECT_EQ(heard_["two"], all);
}

TEST_F(PumpTest, who_finds_nothing_to_deliver_asks_nothing_of_the_lanes)
{
    listen("one");
    ring(1, 3);
    pump_.settle();
    const auto commands = [&] {
        std::uint64_t sum = 0;
        for (const auto& lane : world_->lanes.figures()) sum += lane.commands + lane.retries;
        return sum;
    };
    const std::uint64_t before = commands();
    pump_.settle();
    wait(1min);
    EXPECT_EQ(commands(), before);
    for (const auto& lane : world_->lanes.figures()) EXPECT_EQ(lane.retries, 0u) << "a round that wrote and then found nothing spoils a batch";
}

TEST_F(PumpTest, the_news_of_a_refused_write_is_never_told)
{
    listen("one");
    write_in_lane(*world_, nobody_, 0, [](WriteCtx& ctx) {
        ctx.tell(Rang{1});
        ctx.tell_at(ctx.now, Rang{2});
        return false;
    });
    pump_.settle();
    EXPECT_TRUE(heard_["one"].empty());
}

TEST_F(PumpTest, a_pump_that_comes_later_goes_on_where_the_last_one_stood)
{
    listen("one");
    ring(1, 2);
    pump_.settle();
    ring(3, 4);
    Pump after_restart(*world_, listeners_, errands_);
    after_restart.settle();
    EXPECT_EQ(heard_["one"], (Numbers{1, 2, 3, 4}));
}

TEST_F(PumpTest, what_was_heard_in_a_round_that_did_not_commit_is_heard_again)
{
    int crashes = 1;
    listen("one", [&](WriteCtx&, std::int64_t number) -> Done {
        if (number == 2 && crashes-- > 0) throw db::Fault(db::Fault::Kind::conflict, "deadlock");  // the whole round is repeated
        return done();
    });
    ring(1, 3);
    pump_.settle();
    EXPECT_EQ(heard_["one"], (Numbers{1, 2, 1, 2, 3})) << "at least once, and again from the start of the round";
    EXPECT_TRUE(parked().empty());
}

TEST_F(PumpTest, news_told_by_a_handler_is_heard_after_what_was_told_before)
{
    listen("one", [](WriteCtx& ctx, std::int64_t number) {
        if (number < 3) ctx.tell(Rang{number + 10});
        return done();
    });
    ring(1, 3);
    pump_.settle();
    EXPECT_EQ(heard_["one"], (Numbers{1, 2, 3, 11, 12}));
}

TEST_F(PumpTest, poison_is_parked_and_blocks_neither_its_subscriber_nor_the_others)
{
    listen("picky", [](WriteCtx& ctx, std::int64_t number) -> Done {
        ctx.tell(Echo{number});
        if (number == 2) return refuse(no_taste, "not this one");
        if (number == 3) throw std::runtime_error("a bug");
        return done();
    });
    listen("other");
    Numbers echoes;
    listeners_.add("echo", Echo::kind, [&](WriteCtx&, const std::string& body) -> Done {
        echoes.push_back(TRY(from_json<Echo>(body)).number);
        return done();
    });
    ring(1, 4);
    pump_.settle();
    EXPECT_EQ(heard_["picky"], (Numbers{1, 2, 1, 2, 3, 4})) << "at the first no the round starts again, with savepoints";
    EXPECT_EQ(heard_["other"], (Numbers{1, 1, 2, 3, 4}));
    EXPECT_EQ(echoes, (Numbers{1, 4})) << "what a failed handler told is undone with it";
    const auto all = parked();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].subscriber, "picky");
    EXPECT_NE(all[0].error.find("test.no_taste"), std::string::npos);
    EXPECT_EQ(all[1].error, "a bug");
    EXPECT_EQ(pump_.figures().parked, 2u);
}

TEST_F(PumpTest, a_body_that_does_not_fit_its_kind_is_parked)
{
    listen("one");
    write([](WriteCtx& ctx) { ctx.told.push_back({Rang::kind, R"({"number":"three"})", {}}); });
    ring(1, 1);
    pump_.settle();
    EXPECT_EQ(heard_["one"], Numbers{1});
    EXPECT_EQ(parked().size(), 1u);
}

TEST_F(PumpTest, parked_news_is_tried_again_and_leaves_when_it_is_digested)
{
    int bad_days = 3;
    listen("one", [&](WriteCtx&, std::int64_t) -> Done {
        if (bad_days-- > 0) return refuse(no_taste);
        return done();
    });
    ring(1, 1);
    pump_.settle();
    EXPECT_EQ(heard_["one"].size(), 2u) << "a second time with a savepoint";
    wait(1s);
    EXPECT_EQ(heard_["one"].size(), 3u);
    EXPECT_EQ(parked().size(), 1u);
    wait(1s);
    EXPECT_EQ(heard_["one"].size(), 3u) << "the pauses grow";
    wait(3s);
    EXPECT_EQ(heard_["one"].size(), 4u);
    EXPECT_TRUE(parked().empty());
}

TEST_F(PumpTest, parked_news_waits_for_a_person_in_the_end_and_can_be_replayed)
{
    bool ill = true;
    listen("one", [&](WriteCtx&, std::int64_t) -> Done {
        if (ill) return refuse(no_taste);
        return done();
    });
    ring(1, 1);
    pump_.settle();
    for (int i = 0; i < 10; ++i) wait(24h);
    const std::size_t tries = heard_["one"].size();
    EXPECT_LE(tries, 8u);
    wait(24h * 365);
    EXPECT_EQ(heard_["one"].size(), tries) << "nobody tries any more";
    ill = false;
    const auto all = parked();
    ASSERT_EQ(all.size(), 1u);
    write([&](WriteCtx& ctx) { EXPECT_TRUE(store::retry_parked_now(ctx.tx, all[0].id, ctx.now)); });
    pump_.settle();
    EXPECT_EQ(heard_["one"].size(), tries + 1);
    EXPECT_TRUE(parked().empty());
}

TEST_F(PumpTest, a_timer_rings_when_it_is_due_and_not_before)
{
    listen("one");
    write([](WriteCtx& ctx) {
        ctx.tell_at(ctx.now + 2h, Rang{2});
        ctx.tell_at(ctx.now + 1h, Rang{1});
        ctx.tell(Rang{0});
    });
    pump_.settle();
    EXPECT_EQ(heard_["one"], Numbers{0});
    wait(59min);
    EXPECT_EQ(heard_["one"], Numbers{0});
    wait(1min);
    EXPECT_EQ(heard_["one"], (Numbers{0, 1}));
    wait(24h);
    EXPECT_EQ(heard_["one"], (Numbers{0, 1, 2}));
    wait(24h);
    EXPECT_EQ(heard_["one"].size(), 3u) << "once";
}

TEST_F(PumpTest, a_follower_gets_what_is_told_from_then_on_again_when_it_throws)
{
    ring(1, 1);
    Numbers followed;
    int bad_days = 1;
    pump_.follow([&](const std::vector<News>& news) {
        if (bad_days-- > 0) throw std::runtime_error("not now");
        for (const News& item : news) followed.push_back(from_json<Rang>(item.body)->number);
    });
    ring(2, 3);
    EXPECT_ANY_THROW(pump_.settle());
    pump_.settle();
    EXPECT_EQ(followed, (Numbers{2, 3}));
}

TEST_F(PumpTest, a_relay_carries_everything_told_before_and_after_it_was_there_and_again_what_it_could_not_keep)
{
    ring(1, 2);
    Numbers carried;
    int bad_days = 1;
    const auto keep = [&](const std::vector<News>& news) {
        if (bad_days-- > 0) throw std::runtime_error("the disk is full");
        for (const News& item : news) carried.push_back(from_json<Rang>(item.body)->number);
    };
    pump_.relay("another store", keep);
    pump_.settle();
    EXPECT_TRUE(carried.empty());
    EXPECT_EQ(read<std::optional<Place>>([](db::ReadTx& tx) { return store::find_cursor(tx, "another store"); }), std::nullopt);
    ring(3, 300);
    pump_.settle();
    ASSERT_EQ(carried.size(), 300u);
    EXPECT_TRUE(std::is_sorted(carried.begin(), carried.end()));
    ring(301, 301);   // and the process dies
    Pump after_restart(*world_, listeners_, errands_);
    after_restart.relay("another store", keep);
    after_restart.settle();
    EXPECT_EQ(carried.back(), 301);
    EXPECT_EQ(carried.size(), 301u);
}

TEST_F(PumpTest, news_is_pruned_once_everybody_heard_it_and_it_is_old)
{
    listen("one");
    ring(1, 5);
    pump_.settle();
    ring(6, 6);
    const auto count = [&] {
        return read<std::size_t>([](db::ReadTx& tx) { return store::news_after(tx, {}, 100).size(); });
    };
    const auto prune = [&](Instant before) {
        std::int64_t gone = 0;
        write([&](WriteCtx& ctx) { gone = store::prune_outbox(ctx.tx, store::slowest(ctx.tx), before, 3); });
        return gone;
    };
    EXPECT_EQ(prune(clock_.now()), 0) << "too young";
    EXPECT_EQ(prune(clock_.now() + 1s), 3) << "a bounded bite";
    EXPECT_EQ(prune(clock_.now() + 1s), 2);
    EXPECT_EQ(prune(clock_.now() + 1s), 0) << "the sixth has not been heard";
    EXPECT_EQ(count(), 1u);
    pump_.settle();
    EXPECT_EQ(heard_["one"], (Numbers{1, 2, 3, 4, 5, 6}));
}

}  // namespace
}  // namespace meadow::jobs
