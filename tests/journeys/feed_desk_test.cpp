// What operators decide about the feed: its numbers, on trial or for all; the editors' picks; and how they see what a page is made of.
// set_policy, list_policies, pick_note, unpick_note, list_picks, record_answers, list_findings, decide_finding, show_selection, export_selection; note_names.
#include <algorithm>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/diary/rebuild_engine.hpp"
#include "support/buying.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"
#include "support/reading.hpp"

namespace meadow::testing {
namespace {

struct FeedDesk : ::testing::Test {
    Town town;
    Person ada = town.person("ada");
    Person bo = town.person("bo");
    Person olga = town.person_with_role("olga", Role::operator_);

    const discovery::Curator& curator() { return town.world().adapters.get<discovery::Curator>(); }
    double first_pool_of_policy() { return curator().look([](const auto& state) { return state.policy.first_pool; }); }
};

}  // namespace

TEST_F(FeedDesk, a_new_version_of_the_numbers_holds_from_its_moment_on_in_the_diary)
{
    publishes(ada, "Autumn");
    passes(town, 1s);
    olga.post("/v1/operator/policies", R"({"changes":[{"name":"first_pool","value":20},{"name":"hope","value":0.5}],"reason":"a larger town"})")
        .is(201).says("/version", 2);
    passes(town, 1s);
    EXPECT_EQ(first_pool_of_policy(), 20);
    bo.get("/v1/feed/discover").is(200).says("/policy", 2);
    passes(town, 1s);
    const std::string tomorrow = text(town.now() + std::chrono::hours{24});
    olga.post("/v1/operator/policies", R"({"changes":[{"name":"first_pool","value":25}],"reason":"larger still","effective_from":")" + tomorrow + "\"}")
        .is(201).says("/version", 3);
    passes(town, 1s);
    EXPECT_EQ(first_pool_of_policy(), 20);
    passes(town, std::chrono::hours{24});
    EXPECT_EQ(first_pool_of_policy(), 25);
    EXPECT_EQ(curator().look([](const auto& state) { return state.policy.hope; }), 0.5) << "versions build on each other";
    olga.get("/v1/operator/policies").is(200).says("/in_force", 3).counts("/items", 3).says("/items/0/version", 3).says("/items/1/outcome/impressions", 1)
        .says("/items/2/version", 1).says("/shipped/0/name", "readers_share").says("/shipped/0/value", 1);
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, curator().snapshot());
}

TEST_F(FeedDesk, numbers_on_trial_hold_for_a_share_of_the_readers_and_are_told_with_intervals)
{
    for (int i = 0; i < 3; ++i) publishes(ada, "Note " + std::to_string(i));
    olga.post("/v1/operator/policies", R"({"changes":[{"name":"repeated_topic","value":0.9},{"name":"readers_share","value":0.5}],"reason":"more variety?"})").is(201);
    passes(town, 1s);
    int on_trial = 0;
    for (int i = 0; i < 20; ++i) on_trial += town.person("reader" + std::to_string(i)).get("/v1/feed/discover?limit=1").is(200).number("/policy") == 2;
    EXPECT_GT(on_trial, 2);
    EXPECT_LT(on_trial, 18);
    passes(town, 1s);
    const auto list = olga.get("/v1/operator/policies").is(200).says("/in_force", 1).says("/on_trial", 2);
    EXPECT_EQ(list.number("/items/0/outcome/impressions"), on_trial);
    EXPECT_EQ(list.number("/items/1/outcome/impressions"), 20 - on_trial);
}

TEST_F(FeedDesk, a_number_that_is_none_is_refused)
{
    olga.post("/v1/operator/policies", R"({"changes":[{"name":"wishful","value":1}],"reason":"why not"})").is_refused("base.bad_input").faults("/changes/0");
    olga.post("/v1/operator/policies", R"({"changes":[{"name":"first_pool","value":-1}],"reason":"why not"})").is_refused("base.bad_input");
    olga.post("/v1/operator/policies", R"({"changes":[{"name":"version","value":7}],"reason":"why not"})").is_refused("base.bad_input");
    olga.post("/v1/operator/policies", R"({"changes":[{"name":"pools","value":2.5}],"reason":"why not"})").is_refused("base.bad_input");
    olga.get("/v1/operator/policies").is(200).says("/in_force", 1).counts("/items", 1);
    bo.get("/v1/operator/policies").is_refused("base.not_allowed");
}

TEST_F(FeedDesk, what_the_editors_pick_is_listed_until_it_is_taken_back)
{
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    olga.put("/v1/operator/picks/" + note, R"({"hours":2})").is(204);
    passes(town, 1s);
    olga.get("/v1/operator/picks").is(200).counts("/items", 1).says("/items/0/note", note).says("/items/0/name/title", "Autumn").says("/items/0/name/author/handle", "ada");
    bo.get("/v1/feed/discover").is(200).says("/items/0/id", note);
    olga.del("/v1/operator/picks/" + note).is(204);
    passes(town, 1s);
    olga.get("/v1/operator/picks").is(200).counts("/items", 0);
    olga.put("/v1/operator/picks/" + note, R"({"hours":2})").is(204);
    passes(town, std::chrono::hours{3});
    olga.get("/v1/operator/picks").is(200).counts("/items", 0);
    ada.del("/v1/notes/" + note).is(204);
    passes(town, 1s);
    olga.put("/v1/operator/picks/" + note, R"({"hours":2})").is_refused("base.not_found");
}

TEST_F(FeedDesk, a_page_tells_operators_what_each_step_left_and_others_not)
{
    publishes(ada, "Autumn");
    passes(town, 1s);
    const auto page = olga.get("/v1/feed/discover?explain=true").is(200);
    EXPECT_EQ(page.json().count("/steps"), discovery::engine::page_steps().size());
    page.says("/steps/0/step", "topics");
    bo.get("/v1/feed/discover?explain=true").is_refused("base.not_allowed");
}

TEST_F(FeedDesk, a_product_that_was_looked_at_brings_the_notes_that_pin_it)
{
    Person lin = town.person("lin");
    const Stall stall = open_stall(lin, "Lin", {{"红", yuan(100), 50}});
    const std::string first = publishes(ada, "First", R"("products":[")" + stall.product + R"("])");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).counts("/items", 1);
    passes(town, 1s);
    bo.post("/v1/feed/answers", R"({"answers":[{"event":"looked-at-it","note":")" + first + R"(","answer":"product","product":")" + stall.product + R"("}]})")
        .is(200).says("/recorded", 1);
    const std::string second = publishes(ada, "Second", R"("products":[")" + stall.product + R"("])");
    passes(town, 1s);
    bo.get("/v1/feed/discover").is(200).says("/items/0/id", second).says("/reasons/0/source", "product");
}

TEST_F(FeedDesk, engagement_that_looks_bought_is_told_with_its_evidence_and_a_person_decides)
{
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    for (int i = 0; i < 36; ++i) town.person("brusher" + std::to_string(i)).put("/v1/notes/" + note + "/like").is(204);
    passes(town, 1s);
    olga.get("/v1/operator/findings?open=true").is(200).counts("/items", 1).says("/items/0/suspicion", "like_burst").says("/items/0/note", note).says("/items/0/note_name/title", "Autumn")
        .says("/items/0/measure", "review").says("/report/0/found", 1);
    town.guest().get("/v1/notes/" + note).is(200).says("/counts/likes", 36);   // the public counter is exact
    olga.post("/v1/operator/findings/1/decision", R"({"upheld":true,"reason":"all of them opened their accounts today"})").is(204);
    passes(town, 1s);
    olga.get("/v1/operator/findings?open=true").is(200).counts("/items", 0);
    olga.get("/v1/operator/findings").is(200).says("/items/0/measure", "freeze").says("/report/0/upheld", 1);
    olga.post("/v1/operator/findings/1/decision", R"({"upheld":false,"reason":"a class that read it together"})").is(204);
    passes(town, 1s);
    olga.get("/v1/operator/findings").is(200).says("/items/0/measure", "none").says("/report/0/upheld", 0);
    olga.post("/v1/operator/findings/9/decision", R"({"upheld":true,"reason":"there is none"})").is_refused("base.not_found");
    bo.get("/v1/operator/findings").is_refused("base.not_allowed");
}

TEST_F(FeedDesk, comments_written_alike_and_people_who_buy_in_a_circle_wait_for_a_person)
{
    const std::string note = publishes(ada, "Autumn");
    passes(town, 1s);
    const std::string words = "这款口红颜色真的太好看了显白又滋润姐妹们闭眼入";
    for (int i = 0; i < 6; ++i)
        town.person("voice" + std::to_string(i)).post("/v1/notes/" + note + "/comments", R"({"text":")" + words + std::string(std::size_t(i), '!') + R"("})").is(201);
    passes(town, 1s);
    olga.get("/v1/operator/findings?open=true").is(200).counts("/items", 1).says("/items/0/suspicion", "said_alike").says("/items/0/note", note)
        .says("/items/0/observed", 6).says("/items/0/measure", "review");

    Buyer lin = buyer(town, "lin"), mei = buyer(town, "mei");
    const Stall of_lin = open_stall(lin, "Lin", {{"", yuan(10)}}), of_mei = open_stall(mei, "Mei", {{"", yuan(10)}});
    town.settles();
    for (int i = 0; i < 3; ++i) {
        pays(town, bought(lin, of_mei.shop, of_mei.skus[0], 1, yuan(10)), yuan(10));
        pays(town, bought(mei, of_lin.shop, of_lin.skus[0], 1, yuan(10)), yuan(10));
    }
    passes(town, 1s);
    const auto found = olga.get("/v1/operator/findings").is(200).counts("/items", 3).says("/items/0/suspicion", "order_ring").says("/items/0/measure", "discount");
    EXPECT_FALSE(found.json().has("/items/0/note"));
}

TEST_F(FeedDesk, a_seller_whose_praise_is_paid_for_waits_for_a_person)
{
    Person lin = town.person("lin");
    const Stall stall = open_stall(lin, "Lin", {{"", yuan(10)}});
    town.settles();
    const auto buys_and_praises = [&](const std::string& name) {
        Buyer one = buyer(town, name);
        const Bought order = bought(one, stall.shop, stall.skus[0], 1, yuan(10));
        pays(town, order, yuan(10));
        ships(town, order);
        delivers(town, order);
        town.settles();
        one.post("/v1/products/" + stall.product + "/reviews", R"({"order":")" + order.order + R"(","rating":5,"text":"好看"})").is(201);
        const std::string refund = one.post(order.path() + "/refunds", R"({"reason":"other","words":"as agreed"})").is(201).text("/id");
        lin.post("/v1/shops/" + stall.shop + "/refunds/" + refund + "/answer", R"({"granted":true})").is(200);
        EXPECT_TRUE(paid_back(town, stall.shop, refund));
        passes(town, 1s);
    };
    for (int i = 0; i < 5; ++i) buys_and_praises("buyer" + std::to_string(i));
    olga.get("/v1/operator/findings?open=true").is(200).counts("/items", 0);
    buys_and_praises("buyer5");
    olga.get("/v1/operator/findings?open=true").is(200).counts("/items", 1).says("/items/0/suspicion", "praise_paid_back").says("/items/0/observed", 6)
        .says("/items/0/measure", "review");
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());
}

TEST_F(FeedDesk, what_the_community_warms_to_is_there_for_creators)
{
    Person lin = town.person("lin");
    Person cleo = town.person_with_role("cleo", Role::creator);
    const Stall stall = open_stall(lin, "Lin", {{"红", yuan(100), 50}});
    publishes(ada, "First", R"("products":[")" + stall.product + R"("])");
    publishes(bo, "Second", R"("products":[")" + stall.product + R"("])");
    passes(town, 1s);
    cleo.get("/v1/selection").is(200).counts("/items", 1).says("/items/0/product", stall.product).says("/items/0/mentions", 2).says("/items/0/authors", 2)
        .says("/items/0/price_from", 10000);
    EXPECT_NE(cleo.get("/v1/selection.csv").is(200).response().body.find(stall.product), std::string::npos);
    lin.put("/v1/me/blocks/" + cleo.id()).is(204);
    cleo.get("/v1/selection").is(200).counts("/items", 0);
    lin.del("/v1/me/blocks/" + cleo.id()).is(204);
    bo.get("/v1/selection").is_refused("base.not_allowed");
}

TEST_F(FeedDesk, what_notes_only_name_and_what_people_ask_and_feel_about_it_stands_on_the_board)
{
    Person lin = town.person("lin");
    Person cleo = town.person_with_role("cleo", Role::creator);
    const Stall stall = open_stall(lin, "Lin", {{"红", yuan(100), 50}});
    const std::string pinned = publishes(ada, "推荐", R"("products":[")" + stall.product + R"("])");
    testing::writes(bo, "Dyson的吹风机", "真的很好用");
    const std::string named = testing::writes(ada, "戴森吹风机测评", "用了一年");
    passes(town, 1s);
    const auto says = [](Person& person, const std::string& note, const std::string& text) { person.post("/v1/notes/" + note + "/comments", R"({"text":")" + text + R"("})").is(201); };
    says(lin, named, "哪里买的呀");
    says(cleo, named, "太差了，再也不买");
    says(cleo, named, "第二排");
    says(lin, named, "where can I buy this");
    says(bo, pinned, "好喜欢");
    passes(town, 1s);
    cleo.get("/v1/selection").is(200).counts("/items", 1).says("/items/0/content", 2).says("/items/0/asks", 0)
        .counts("/named", 1).says("/named/0/name", "戴森 吹风机").says("/named/0/on_sale", "false").says("/named/0/mentions", 2).says("/named/0/authors", 2)
        .says("/named/0/asks", 2).says("/named/0/content", 1).says("/named/0/discontent", 1).says("/named/0/mood", "0");
    EXPECT_NE(cleo.get("/v1/selection.csv").is(200).response().body.find(",\"戴森 吹风机\",no,2,0,0,0,2,0,1,1,0.000,2,"), std::string::npos);
    EXPECT_EQ(discovery::rebuild_engine(town.world()).bytes, town.world().adapters.get<discovery::Curator>().snapshot());

    // Somebody begins to sell it, and a note that pins it speaks of the product.
    const auto dryer = testing::sells(lin, stall.shop, "Dyson/戴森 电吹风 HD15", {{"", yuan(2999)}});
    publishes(bo, "戴森吹风机到了", R"("products":[")" + dryer.id + R"("])");
    passes(town, 1s);
    cleo.get("/v1/selection").is(200).counts("/items", 2).counts("/named", 1).says("/named/0/on_sale", "true").says("/named/0/mentions", 2);
}

}  // namespace meadow::testing
