// What crowds that are paid do together: write the same, follow at once, buy from each other in a circle. Each beside honest people who come close.
#include <gtest/gtest.h>

#include "modules/discovery/diary/print.hpp"
#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Instant start{1'900'000'000'000'000};

struct Crowds : ::testing::Test {
    Engine engine;
    Instant now = start;

    Crowds()
    {
        for (std::int64_t note = 1; note <= 20; ++note) engine.note(now, NoteId{note}, UserId{9'000 + note}, 7);
    }
    void says(std::int64_t reader, std::int64_t note, const std::string& text)
    {
        const auto parts = text_sketch(text);
        Sketch sketch{};
        ASSERT_EQ(parts.size(), sketch.size()) << text;
        for (std::size_t i = 0; i < sketch.size(); ++i) sketch[i] = std::uint32_t(parts[i]);
        engine.said(now, UserId{reader}, NoteId{note}, sketch);
    }
    void buys(std::int64_t buyer, std::int64_t seller, int times)
    {
        for (int i = 0; i < times; ++i) engine.traded(now = now + 24h, UserId{buyer}, UserId{seller});
    }
    std::vector<std::pair<Suspicion, std::int64_t>> about_readers() const
    {
        std::vector<std::pair<Suspicion, std::int64_t>> out;
        for (const Finding& f : engine.state().findings)
            if (f.about_reader) out.emplace_back(f.suspicion, engine.state().readers[f.reader].id.value);
        return out;
    }
    const std::deque<Finding>& findings() const { return engine.state().findings; }
    double weight(std::int64_t reader) const { return engine.state().find_reader(UserId{reader})->weight(engine.state().policy); }
};

const std::string bought[] = {"这款口红颜色真的太好看了显白又滋润姐妹们闭眼入绝对不会后悔", "用了一个月皮肤明显变好了毛孔也细了强烈推荐给所有姐妹们试试",
                              "物流很快包装也很精致客服态度特别好下次还会再来这家店回购的"};

}  // namespace

TEST_F(Crowds, nearly_the_same_comment_of_many_accounts_is_shown_to_a_person)
{
    const char* const ends[] = {"", "！！", "哦", "呀", "～", " 真的"};
    for (int i = 0; i < 6; ++i) says(100 + i, 1 + i % 2, bought[0] + ends[i]);
    ASSERT_EQ(findings().size(), 1u);
    EXPECT_EQ(findings()[0].suspicion, Suspicion::said_alike);
    EXPECT_EQ(findings()[0].measure, Measure::review);
    EXPECT_EQ(in_words(findings()[0]), "6 people wrote nearly the same comment, where 1 is usual");
    EXPECT_NEAR(weight(100), 1, 0.01) << "nobody is judged by one comment";
}

TEST_F(Crowds, who_writes_what_crowds_write_again_and_again_weighs_a_tenth_until_a_person_says_otherwise)
{
    for (const std::string& text : bought)
        for (int i = 0; i < 7; ++i) says(100 + i, 1, text);
    const auto found = about_readers();
    ASSERT_EQ(found.size(), 7u);
    EXPECT_NEAR(weight(106), 0.1, 0.01) << "who came after the crowd was found, too";
    for (const Finding& f : findings())
        if (f.about_reader && engine.state().readers[f.reader].id == UserId{106}) {
            engine.decided(now, f.number, false);
            break;
        }
    EXPECT_NEAR(weight(106), 1, 0.01);
}

TEST_F(Crowds, a_few_friends_who_share_a_text_one_who_repeats_it_and_many_who_say_other_things_are_left_alone)
{
    for (int i = 0; i < 5; ++i) says(100 + i, 1, bought[0]);
    for (int i = 0; i < 30; ++i) says(200, 1, bought[1]);
    for (int i = 0; i < 20; ++i)
        says(300 + i, 1, "我第" + std::to_string(i * 7'919) + "次看到这样的笔记" + std::to_string(i * 104'729) + "觉得和上次那篇完全不一样" + std::to_string(i * 31));
    now = now + 48h;
    says(400, 1, bought[0]);   // days later
    EXPECT_TRUE(findings().empty());
    EXPECT_TRUE(text_sketch("好看，求链接！").empty()) << "a few words are everybody's";
}

TEST_F(Crowds, followers_by_the_hundred_without_views_are_shown_to_a_person_who_may_stop_them_from_counting)
{
    for (int i = 0; i < 80; ++i) engine.follows(now, UserId{1'000 + i}, UserId{9'001}, true);
    ASSERT_EQ(about_readers(), (std::vector{std::pair{Suspicion::follower_jump, std::int64_t{9'001}}})) << "told once";
    EXPECT_EQ(findings()[0].measure, Measure::review);
    EXPECT_FALSE(findings()[0].on_note);
    EXPECT_NEAR(weight(9'001), 1, 0.01) << "others may have bought them to do harm";
    const auto follow_after_a_page = [&](std::int64_t reader) {
        engine.shown(now, UserId{reader}, {{Placed{NoteId{1}, Source::trial, 1, 0, 0.1, 0, {}}}, 1, {}});
        engine.heard(now, UserId{reader}, NoteId{1}, Deed::follow, Arrival::feed);
        return engine.state().notes[0].evidence.engagement;
    };
    const auto before = follow_after_a_page(1);
    EXPECT_GT(before, 0);
    engine.decided(now, 1, true);
    EXPECT_EQ(findings()[0].measure, Measure::freeze);
    EXPECT_EQ(follow_after_a_page(2), before);
    engine.decided(now, 1, false);
    EXPECT_GT(follow_after_a_page(3), before);
}

TEST_F(Crowds, as_many_followers_as_views_or_a_known_name_bring_are_none)
{
    for (int i = 0; i < 400; ++i) {
        engine.shown(now, UserId{1'000 + i}, {{Placed{NoteId{1}, Source::trial, 1, 0, 0.1, 0, {}}}, 1, {}});
        if (i % 4 == 0) engine.follows(now, UserId{1'000 + i}, UserId{9'001}, true);
    }
    std::int64_t next = 10'000;
    for (int hour = 0; hour < 100; ++hour) {   // a name that grows into a hundred an hour
        now = now + 1h;
        for (int i = 0; i < 20 + hour; ++i) engine.follows(now, UserId{next++}, UserId{9'002}, true);
    }
    for (int i = 0; i < 200; ++i) {            // one who cannot make up their mind
        engine.follows(now, UserId{1}, UserId{9'003}, true);
        engine.follows(now, UserId{1}, UserId{9'003}, true);
    }
    EXPECT_TRUE(findings().empty());
}

TEST_F(Crowds, people_who_buy_from_each_other_in_a_circle_are_found)
{
    buys(1, 2, 3);
    EXPECT_TRUE(findings().empty());
    buys(2, 1, 3);
    EXPECT_EQ(about_readers(), (std::vector{std::pair{Suspicion::order_ring, std::int64_t{2}}, std::pair{Suspicion::order_ring, std::int64_t{1}}}));
    EXPECT_NEAR(weight(1), 0.1, 0.01);
    engine.decided(now, 1, false);
    EXPECT_NEAR(weight(2), 1, 0.01);

    buys(11, 12, 4);
    buys(12, 13, 3);
    buys(13, 11, 3);
    EXPECT_EQ(findings().size(), 5u);
    EXPECT_NEAR(weight(12), 0.1, 0.01);
    EXPECT_EQ(in_words(findings().back()), "each bought from the next 3 times in a circle, where 1 is usual");
}

TEST_F(Crowds, a_faithful_customer_and_merchants_who_now_and_then_buy_next_door_are_not)
{
    buys(1, 2, 30);
    buys(2, 1, 2);
    buys(5, 6, 3);
    now = now + 24h * 40;
    buys(6, 5, 3);           // not in the same month
    buys(7, 7, 9);           // what nobody can do
    buys(21, 22, 3);
    buys(22, 23, 3);
    EXPECT_TRUE(findings().empty());
}

TEST_F(Crowds, praise_that_is_paid_back_buyer_after_buyer_is_shown_to_a_person)
{
    for (int buyer = 1; buyer <= 9; ++buyer) {
        engine.traded(now, UserId{buyer}, UserId{50});
        engine.traded(now = now + 1h, UserId{buyer}, UserId{50}, Turn::praised);
        if (buyer > 3) engine.traded(now = now + 1h, UserId{buyer}, UserId{50}, Turn::refunded);
    }
    ASSERT_EQ(about_readers(), (std::vector{std::pair{Suspicion::praise_paid_back, std::int64_t{50}}})) << "told once, of the seller";
    EXPECT_EQ(findings()[0].measure, Measure::review);
    EXPECT_EQ(in_words(findings()[0]), "6 buyers in a month got their money back after praising what they bought, of 9 who praised");
    EXPECT_NEAR(weight(50), 1, 0.01) << "a person looks first";
    EXPECT_NEAR(weight(4), 1, 0.01) << "and the buyers are left alone";
}

TEST_F(Crowds, a_shop_that_takes_back_what_does_not_fit_is_not)
{
    for (int buyer = 1; buyer <= 40; ++buyer) {   // liked by many, a batch of six was faulty
        engine.traded(now, UserId{buyer}, UserId{50});
        engine.traded(now, UserId{buyer}, UserId{50}, Turn::praised);
        if (buyer % 7 == 0 || buyer == 40) engine.traded(now, UserId{buyer}, UserId{50}, Turn::refunded);
    }
    for (int buyer = 1; buyer <= 30; ++buyer) {   // sent back without a word, or praised after the money came
        engine.traded(now, UserId{buyer}, UserId{51});
        engine.traded(now, UserId{buyer}, UserId{51}, Turn::refunded);
        engine.traded(now, UserId{buyer}, UserId{51}, Turn::praised);
    }
    for (int month = 0; month < 6; ++month) {     // one a month
        engine.traded(now = now + 24h * 31, UserId{1}, UserId{52});
        engine.traded(now, UserId{1}, UserId{52}, Turn::praised);
        engine.traded(now, UserId{1}, UserId{52}, Turn::refunded);
    }
    EXPECT_TRUE(findings().empty());
}

TEST_F(Crowds, survive_a_snapshot)
{
    for (int i = 0; i < 4; ++i) says(100 + i, 1, bought[0]);
    for (int i = 0; i < 40; ++i) engine.follows(now, UserId{1'000 + i}, UserId{9'001}, true);
    buys(1, 2, 3);
    buys(2, 1, 2);
    Engine other = Engine::from_snapshot(engine.snapshot());
    EXPECT_EQ(other.snapshot(), engine.snapshot());
    other.traded(now, UserId{2}, UserId{1});
    EXPECT_EQ(other.state().findings.size(), 2u);
}

}  // namespace meadow::discovery::engine
