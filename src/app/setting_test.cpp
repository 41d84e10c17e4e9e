#include "support/command.hpp"
#include "support/market.hpp"

namespace meadow::app {

using testing::runs;

TEST(SettingCommand, changes_a_rule_of_the_running_town)
{
    Town town{text(jobs::SystemClock{}.now())};
    if (town.database().engine() == db::Engine::postgres) GTEST_SKIP() << "commands find a Town by its SQLite files";
    const auto setting = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "setting");
        words.insert(words.end(), {"--data", town.directory()});
        return runs(words);
    };
    auto lin = town.person("lin");
    EXPECT_TRUE(setting({"list"}).says("catalog.most_shops"));
    EXPECT_EQ(setting({"set", "catalog.most_shops", "1"}).code, 0);
    EXPECT_TRUE(setting({"list"}).says("(default: 5)"));
    town.clock().set(jobs::SystemClock{}.now());
    jobs::read_now(town.world(), {},
                   [&](ReadCtx& ctx) { town.world().settings.load(ctx.tx); });  // the pump does so every five seconds
    lin.post("/v1/shops", R"({"name":"one","intro":"","city":"上海"})").is(201);
    lin.post("/v1/shops", R"({"name":"two","intro":"","city":"上海"})").is_refused("catalog.too_many_shops");

    EXPECT_TRUE(setting({"set", "catalog.most_shops", "many"}).complains("must be a number"));
    EXPECT_TRUE(setting({"set", "catalog.least_shops", "1"}).complains("there is no setting called catalog.least_shops"));
    EXPECT_TRUE(setting({"set", "catalog.most_shops", "2", "--from", "tomorrow"}).complains("not a moment"));
}

}  // namespace meadow::app
