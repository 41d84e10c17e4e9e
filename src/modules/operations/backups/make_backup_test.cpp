#include "modules/operations/backups/make_backup.hpp"

#include <thread>

#include "support/town.hpp"

namespace meadow {
namespace {

class BusyDesk final : public operations::BackupDesk {
public:
    std::vector<operations::BackupView> list() const override { return {}; }
    bool make(const std::string&) override { return false; }
    bool check(const std::string&) override { return false; }
};

// The list, once nothing is under way any more.
Answer at_rest(Person& boss)
{
    for (;;) {
        Answer list = boss.get("/v1/operator/backups").is(200);   // list_backups
        if (list.json().has("/items/0") && list.text("/items/0/state") != "making" && list.text("/items/0/state") != "checking") return list;
        std::this_thread::yield();
    }
}

}  // namespace

TEST(make_backup, is_asked_for_and_made_beside_the_served_town)
{
    Town town;
    if (town.database().engine() == db::Engine::postgres) GTEST_SKIP() << "pg_dump takes longer than a test should";
    auto boss = town.person_with_role("boss", Role::operator_);
    boss.get("/v1/operator/backups").is(200).counts("/items", 0);
    const std::string name = boss.post("/v1/operator/backups").is(201).text("/name");
    town.settles();
    at_rest(boss).counts("/items", 1).says("/items/0/name", name).says("/items/0/state", "made");
    boss.get("/v1/audit").says("/items/0/action", "operations.make_backup").says("/items/0/reason", name);

    boss.post("/v1/operator/backups/" + name + "/check").is(204);   // find_backup, check_backup
    town.settles();
    at_rest(boss).says("/items/0/state", "whole");
    boss.post("/v1/operator/backups/somewhere-else/check").is_refused("base.not_found");
}

TEST(make_backup, is_not_for_everybody)
{
    Town town;
    auto ada = town.person("ada");
    ada.get("/v1/operator/backups").is_refused("base.not_allowed");
    ada.post("/v1/operator/backups").is_refused("base.not_allowed");
    ada.post("/v1/operator/backups/x/check").is_refused("base.not_allowed");
}

TEST(run_backup, is_tried_again_later_while_another_is_under_way)
{
    Town town;
    jobs::Adapters adapters;
    adapters.put<operations::BackupDesk>(std::make_shared<BusyDesk>());
    const jobs::World& own = town.world();
    jobs::World world{own.database, town.world().lanes, own.clock, town.world().dice, town.world().ids, town.world().settings, adapters};
    EXPECT_THROW(operations::run_backup(world, {"asked-1", false}), std::runtime_error);
    EXPECT_THROW(operations::run_backup(world, {"asked-1", true}), std::runtime_error);
}

}  // namespace meadow
