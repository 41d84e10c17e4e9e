// Roles and official accounts: grant_role, revoke_role, mark_official, first_operator.
#include "modules/identity/roles/change_role.hpp"

#include "modules/governance/events.hpp"
#include "modules/identity/identity_test.hpp"
#include "modules/identity/links/first_operator.hpp"

namespace meadow::identity {

using testing::json;

TEST(ChangeRole, an_operator_grants_and_revokes_and_both_are_in_the_audit_log)
{
    Town town;
    auto boss = town.person_with_role("boss", Role::operator_);
    auto ada = town.person("ada");
    const std::string role = "/v1/users/" + ada.id() + "/roles/moderator";
    for (int time = 0; time < 2; ++time) boss.post(role + "/grant", R"({"reason":"knows the rules"})").is(204);
    ada.get("/v1/session").is(200).says("/roles/0", "moderator");
    boss.post(role + "/revoke", R"({"reason":"moved away"})").is(204);
    ada.get("/v1/session").is(200).counts("/roles", 0);
    town.settles();
    boss.get("/v1/audit?subject=" + ada.id()).is(200).counts("/items", 2).says("/items/0/reason", "moved away").says("/items/0/by", boss.id())
        .says("/items/1/action", "identity.grant_moderator");
    ada.post("/v1/users/" + ada.id() + "/roles/operator/grant", R"({"reason":"because"})").is_refused("base.not_allowed");
    boss.post("/v1/users/" + boss.id() + "/roles/operator/revoke", R"({"reason":"tired"})").is_refused("identity.own_role");
    boss.post("/v1/users/" + ada.id() + "/roles/king/grant", R"({"reason":"x"})").is(422).faults("{role}");
}

TEST(MarkOfficial, a_brand_has_an_account_that_speaks_for_it)
{
    Town town;
    auto boss = town.person_with_role("boss", Role::operator_);
    auto brand = town.person("lotus");
    const std::string official = "/v1/users/" + brand.id() + "/official";
    boss.put(official, R"({"brand":"Lotus","reason":"licence checked"})").is(204);
    town.guest().get("/v1/users/" + brand.id()).is(200).says("/official", "Lotus");
    boss.put(official, R"({"brand":"","reason":"licence expired"})").is(204);
    town.guest().get("/v1/users/" + brand.id()).is(200).says("/official", "");
    town.settles();
    boss.get("/v1/audit?subject=" + brand.id()).is(200).counts("/items", 2).says("/items/1/after/brand", "Lotus");
    brand.put(official, R"({"brand":"Lotus","reason":"it is me"})").is_refused("base.not_allowed");
}

TEST(FirstOperator, the_link_of_the_last_start_works_once)
{
    Town town;
    std::optional<std::string> old_token, token;
    const auto start = [&](std::optional<std::string>& into) {
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            into = first_operator_token(ctx);
            return true;
        });
    };
    start(old_token);
    start(token);
    ASSERT_TRUE(token);
    const auto body = [](const std::string& t, const std::string& address) {
        return json({{"token", t}, {"address", address}, {"password", "correct horse"}, {"name", "boss"}});
    };
    town.guest().post("/v1/first-operator", body(*old_token, "boss@example.org")).is_refused("identity.link_spent");
    const auto opened = town.guest().post("/v1/first-operator", body(*token, "boss@example.org")).is(201);
    Person boss(town, opened.text("/user"), opened.text("/token"));
    boss.get("/v1/session").is(200).says("/roles/0", "operator");
    town.guest().post("/v1/first-operator", body(*token, "thief@example.org")).is_refused("identity.link_spent");
    start(token);
    EXPECT_FALSE(token) << "there is a first operator already";
}

TEST(Suspension, a_verdict_shuts_a_person_out_until_it_is_taken_back)
{
    Town town;
    auto ada = town.person("ada");
    const auto verdict = [&](bool hidden) {
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            ctx.tell(governance::VerdictReached{{governance::SubjectKind::user, testing::id_of(ada).value}, hidden, "spam", {}, ctx.now});
            return true;
        });
        town.settles();
    };
    const std::string sign_in = json({{"address", "ada@example.org"}, {"password", "correct horse ada"}});
    verdict(true);
    ada.get("/v1/me").is_refused("base.not_signed_in");
    town.guest().get("/v1/users/" + ada.id()).is_refused("base.not_found");
    town.guest().post("/v1/sessions", sign_in).is_refused("identity.suspended");
    verdict(false);
    town.guest().post("/v1/sessions", sign_in).is(201);
    town.guest().get("/v1/users/" + ada.id()).is(200);
}

}  // namespace meadow::identity
