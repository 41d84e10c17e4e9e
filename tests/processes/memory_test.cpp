// The client's memory must object, or a crash test that is green says nothing.
#include <gtest/gtest.h>

#include "processes/memory.hpp"
#include "support/buying.hpp"

namespace meadow::testing {
namespace {

struct Remembering : ::testing::Test {
    Town town;
    Person lin = town.person("lin");
    Stall stall = open_stall(lin, "Lin", {{"红", yuan(99), 10}});
    Buyer ada = buyer(town, "ada");
    Memory memory{ada.id()};
    const Deed placing{{"POST", "/v1/orders", "", "crash-000001"}, Trace::order, {}, "/order"};

    Remembering() { town.settles(); }
    Heard places() { return {201, R"({"order":")" + bought(ada, stall.shop, stall.skus[0], 1, yuan(99)).order + R"("})"}; }
    std::size_t objections() { return memory.contradictions(town.database()).size(); }
    void tamper(std::string_view statements) { town.database().open_writer(db::Home::main)->script(statements); }
};

}  // namespace

TEST_F(Remembering, is_content_with_what_was_answered)
{
    memory.asks(placing);
    memory.hears(places());
    EXPECT_EQ(objections(), 0u);
}

TEST_F(Remembering, misses_what_was_answered_and_is_gone)
{
    memory.asks(placing);
    memory.hears(places());
    tamper("DELETE FROM trading_orders");
    EXPECT_EQ(objections(), 1u);
}

TEST_F(Remembering, notices_what_was_never_asked_for)
{
    places();
    EXPECT_EQ(objections(), 1u);
}

TEST_F(Remembering, allows_one_row_for_one_unanswered_request)
{
    memory.asks(placing);
    EXPECT_EQ(objections(), 0u);
    places();
    EXPECT_EQ(objections(), 0u);
    places();
    EXPECT_EQ(objections(), 1u);
}

TEST_F(Remembering, keeps_a_server_that_breaks_down_in_mind)
{
    memory.asks(placing);
    memory.hears({503, ""});
    EXPECT_TRUE(memory.breakdowns().empty());
    memory.asks(placing);
    memory.hears({500, ""});
    EXPECT_EQ(memory.breakdowns().size(), 1u);
}

}  // namespace meadow::testing
