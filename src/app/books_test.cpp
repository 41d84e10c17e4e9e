#include "support/buying.hpp"
#include "support/command.hpp"
#include "support/paying.hpp"

namespace meadow::app {

using namespace testing;

TEST(Books, sum_to_zero_and_name_the_lines_that_do_not)
{
    Town town;
    if (town.database().engine() == db::Engine::postgres) GTEST_SKIP() << "commands find a Town by its SQLite files";
    auto lin = town.person("lin");
    const Stall stall = open_stall(lin, "Lin's", {{"红", yuan(99)}});
    town.settles();
    auto bo = buyer(town, "bo");
    const Bought order = bought(bo, stall.shop, stall.skus[0], 1, yuan(99));
    pays_for(town, bo, order);

    const Outcome fine = runs({"books", "--data", town.directory()});
    EXPECT_EQ(fine.code, 0) << fine.complaint;
    EXPECT_TRUE(fine.says("gateway                   -99.00")) << fine.said;
    EXPECT_TRUE(fine.says("all                         0.00")) << fine.said;
    EXPECT_TRUE(fine.says("In order: 3 entries")) << fine.said;
    EXPECT_TRUE(runs({"books", "--all", "--data", town.directory()}).says(stall.shop));

    town.database().open_writer(db::Home::main)->script("UPDATE trading_entries SET amount = amount + 1 WHERE kind = 'merchant'");
    const Outcome broken = runs({"books", "--data", town.directory()});
    EXPECT_EQ(broken.code, 1);
    EXPECT_TRUE(broken.says("is off by 1 fen")) << broken.said;
    EXPECT_TRUE(broken.complains("the books are not in order")) << broken.complaint;
}

}  // namespace meadow::app
