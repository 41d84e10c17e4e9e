// Ways to a new password: change_password, proof, give_link, reset_password.
#include "modules/identity/accounts/change_password.hpp"

#include "modules/identity/identity_test.hpp"
#include "modules/identity/links/give_link.hpp"

namespace meadow::identity {

using testing::fresh_code;
using testing::json;

TEST(ChangePassword, signs_out_everywhere_else)
{
    Town town;
    auto ada = town.person("ada");
    const std::string old_way = json({{"address", "ada@example.org"}, {"password", "correct horse ada"}});
    Person phone(town, ada.id(), town.guest().post("/v1/sessions", old_way).is(201).text("/token"));
    ada.put("/v1/me/password", R"({"proof":{"password":"wrong horse"},"fresh":"battery staple"})").is_refused("identity.wrong_credentials");
    ada.put("/v1/me/password", R"({"proof":{},"fresh":"battery staple"})").is(422);
    ada.put("/v1/me/password", R"({"proof":{"password":"correct horse ada"},"fresh":"battery staple"})").is(204);
    ada.get("/v1/me").is(200);
    phone.get("/v1/me").is_refused("base.not_signed_in");
    town.guest().post("/v1/sessions", old_way).is_refused("identity.wrong_credentials");
    town.guest().post("/v1/sessions", json({{"address", "ada@example.org"}, {"password", "battery staple"}})).is(201);
}

TEST(ChangePassword, a_code_to_an_own_address_is_proof_enough)
{
    Town town;
    auto [ada, eve] = town.people("ada", "eve");
    const std::string code = fresh_code(town, "ada@example.org");
    const std::string body = R"({"proof":{"address":"ada@example.org","code":")" + code + R"("},"fresh":"battery staple"})";
    eve.put("/v1/me/password", body).is_refused("identity.wrong_code");
    ada.put("/v1/me/password", body).is(204);
    town.guest().post("/v1/sessions", json({{"address", "ada@example.org"}, {"password", "battery staple"}})).is(201);
}

TEST(ResetPassword, a_link_from_the_operator_works_once_and_for_a_day)
{
    Town town;
    auto ada = town.person("ada");
    std::string token;
    const auto give = [&] {
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            token = give_link(ctx, {testing::id_of(ada), "she rang up"})->token;
            return true;
        });
    };
    give();
    const std::string body = json({{"token", token}, {"password", "battery staple"}});
    town.guest().post("/v1/password-resets", body).is(204);
    ada.get("/v1/me").is_refused("base.not_signed_in");
    town.guest().post("/v1/sessions", json({{"address", "ada@example.org"}, {"password", "battery staple"}})).is(201);
    town.guest().post("/v1/password-resets", body).is_refused("identity.link_spent");
    give();
    town.wait(24h);
    town.guest().post("/v1/password-resets", json({{"token", token}, {"password", "battery staple"}})).is_refused("identity.link_spent");

    auto boss = town.person_with_role("boss", Role::operator_);
    boss.get("/v1/audit?subject=" + ada.id()).is(200).counts("/items", 2).says("/items/0/action", "identity.give_link")
        .says("/items/0/reason", "she rang up").says("/items/0/address", "the machine's operator");
}

TEST(GiveLink, nobody_gets_one_who_is_not_here)
{
    Town town;
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
        EXPECT_FALSE(give_link(ctx, {UserId{4711}, "who?"}).ok());
        return true;
    });
}

}  // namespace meadow::identity
