// change_setting and list_settings: numbers of the rules, changed while the town is open.
#include "modules/operations/settings/change_setting.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

const Setting<std::int64_t> benches{"operations.test_benches", 3, "How many benches stand in the park of this test"};

std::int64_t benches_now(Town& town)
{
    std::int64_t out = 0;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { town.world().settings.load(ctx.tx); });  // the pump does so every five seconds
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { out = benches(ctx); });
    return out;
}

std::string value_in(const Answer& list)
{
    for (std::size_t i = 0;; ++i) {
        const std::string at = "/items/" + std::to_string(i);
        if (!list.json().has(at)) return "not there";
        if (list.text(at + "/name") == benches.name) return list.text(at + "/value");
    }
}

}  // namespace

TEST(change_setting, holds_from_its_date_on_and_is_written_down)
{
    Town town{"2030-11-11 12:00"};
    auto boss = town.person_with_role("boss", Role::operator_);
    const std::string path = "/v1/operator/settings/operations.test_benches";
    EXPECT_EQ(value_in(boss.get("/v1/operator/settings").is(200)), "3");  // list_settings

    boss.put(path, R"({"value":"5","reason":"more visitors"})").is(204);
    EXPECT_EQ(benches_now(town), 5);
    boss.put(path, R"({"value":"8","reason":"the festival","effective_from":"2030-11-12T00:00:00Z"})").is(204);
    EXPECT_EQ(benches_now(town), 5);
    town.wait(std::chrono::hours{12});
    EXPECT_EQ(benches_now(town), 8);
    EXPECT_EQ(value_in(boss.get("/v1/operator/settings")), "8");

    const auto audit = boss.get("/v1/audit?limit=1").is(200);
    audit.says("/items/0/action", "operations.change_setting").says("/items/0/reason", "the festival").says("/items/0/after/value", "8");
}

TEST(change_setting, takes_neither_nonsense_nor_the_past_nor_anybody_s_word)
{
    Town town{"2030-11-11 12:00"};
    auto boss = town.person_with_role("boss", Role::operator_);
    const std::string path = "/v1/operator/settings/operations.test_benches";
    boss.put(path, R"({"value":"many","reason":"x"})").is(422).faults("/value");
    boss.put(path, R"({"value":"5","reason":"x","effective_from":"2030-11-11T11:59:59Z"})").is(422).faults("/effective_from");
    boss.put("/v1/operator/settings/operations.test_fountains", R"({"value":"5","reason":"x"})").is_refused("base.not_found");
    town.person_with_role("mo", Role::moderator).put(path, R"({"value":"5","reason":"x"})").is_refused("base.not_allowed");
    EXPECT_EQ(benches_now(town), 3);
}

}  // namespace meadow
