// How a POP store comes to be.
#include <set>

#include "modules/catalog/applications/apply_for_store.hpp"
#include "modules/catalog/applications/decide_application.hpp"
#include "modules/catalog/applications/list_applications.hpp"
#include "modules/catalog/applications/show_application.hpp"
#include "support/market.hpp"

namespace meadow {

const std::string application =
    R"({"name":"Lancome","intro":"","city":"上海","company":"林氏化妆品有限公司","licence":"91350100M000100Y43"})";

TEST(apply_for_store, needs_an_official_account_with_followers)
{
    Town town;
    town.sets("catalog.pop_followers", "2");
    auto [lin, ann, bo] = town.people("lin", "ann", "bo");
    auto lancome = testing::brand(town, "lancome");
    lin.post("/v1/store-applications", application).is_refused("catalog.not_official");
    for (auto* fan : {&ann, &bo}) {
        town.settles();
        lancome.post("/v1/store-applications", application).is_refused("catalog.few_followers");
        fan->put("/v1/users/" + lancome.id() + "/follow").is(204);
    }
    town.settles();
    ann.del("/v1/users/" + lancome.id() + "/follow").is(204);
    town.settles();
    lancome.post("/v1/store-applications", application).is_refused("catalog.few_followers");
    ann.put("/v1/users/" + lancome.id() + "/follow").is(204);
    town.settles();
    lancome.post("/v1/store-applications", application).is(201).says("/application/state", "pending");
    lancome.post("/v1/store-applications", application).is_refused("catalog.already_applied");
}

TEST(decide_application, opens_the_store_or_says_why_not_and_is_written_down)
{
    Town town;
    town.sets("catalog.pop_followers", "0");
    auto lancome = testing::brand(town, "lancome");
    auto op = town.person_with_role("op", Role::operator_);
    EXPECT_FALSE(lancome.get("/v1/me/store-application").is(200).json().has("/application"));
    lancome.post("/v1/store-applications", application).is(201);
    op.get("/v1/store-applications").is(200).counts("/items", 1).says("/items/0/name", "Lancome");  // list_applications
    lancome.get("/v1/store-applications").is(403);

    const std::string decision = "/v1/store-applications/" + lancome.id() + "/decision";
    lancome.post(decision, R"({"approve":true,"reason":"me"})").is(403);
    op.post(decision, R"({"approve":false,"reason":"The licence is blurred"})").is(200).says("/state", "rejected");
    lancome.get("/v1/me/store-application").is(200).says("/reason", "The licence is blurred");  // show_application
    op.post(decision, R"({"approve":true,"reason":"changed my mind"})").is_refused("catalog.illegal_move");

    lancome.post("/v1/store-applications", application).is(201);
    const std::string shop =
        op.post(decision, R"({"approve":true,"reason":"complete"})").is(200).says("/state", "approved").text("/shop");
    town.guest()
        .get("/v1/shops/" + shop)
        .is(200)
        .says("/profile", "pop")
        .says("/owner", lancome.id())
        .says("/company", "林氏化妆品有限公司");
    lancome.get("/v1/me/shops").is(200).says("/items/0/may", "owner");
    op.get("/v1/store-applications").counts("/items", 0);
}

TEST(Applications, reach_every_state)
{
    std::set<catalog::ApplicationState> reached{catalog::ApplicationState::pending};
    for (const auto& move : catalog::application_moves)
        if (reached.contains(move.from)) reached.insert(move.to);
    EXPECT_EQ(reached.size(), 3u);
}

}  // namespace meadow
