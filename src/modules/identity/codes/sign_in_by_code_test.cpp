// One-time codes: open_account, send_code, use_code, sign_in_by_code, list_letters.
#include "modules/identity/codes/sign_in_by_code.hpp"

#include "modules/identity/identity_test.hpp"

namespace meadow::identity {

using testing::fresh_code;
using testing::json;
using testing::letters_to;

TEST(Codes, somebody_new_joins_with_a_code_and_comes_back_with_another)
{
    Town town;
    const std::string code = fresh_code(town, "new@example.org");
    const auto joined = town.guest().post("/v1/sessions/code", json({{"address", "New@Example.org"}, {"code", code}, {"name", "小草"}})).is(201);
    Person me(town, joined.text("/user"), joined.text("/token"));
    me.get("/v1/me").is(200).says("/name", "小草");
    me.get("/v1/me/contacts").is(200).counts("", 1).says("/0/address", "new@example.org").says("/0/verified", "true");

    town.wait(1min);
    const auto again = town.guest().post("/v1/sessions/code", json({{"address", "new@example.org"}, {"code", fresh_code(town, "new@example.org")}}));
    again.is(201).says("/user", me.id());
}

TEST(Codes, a_code_works_once_and_for_ten_minutes)
{
    Town town;
    const std::string code = fresh_code(town, "ada@example.org");
    const std::string in = json({{"address", "ada@example.org"}, {"code", code}});
    town.guest().post("/v1/sessions/code", in).is(201);
    town.guest().post("/v1/sessions/code", in).is_refused("identity.wrong_code");
    town.wait(1min);
    const std::string late = fresh_code(town, "ada@example.org");
    town.wait(10min);
    town.guest().post("/v1/sessions/code", json({{"address", "ada@example.org"}, {"code", late}})).is_refused("identity.wrong_code");
}

// The refusals themselves must be remembered: five wrong guesses void the code, also for somebody who then knows it.
TEST(Codes, five_wrong_guesses_void_a_code)
{
    Town town;
    const std::string code = fresh_code(town, "ada@example.org");
    const std::string wrong = code == "000000" ? "000001" : "000000";
    for (int guess = 0; guess < 5; ++guess)
        town.guest().post("/v1/sessions/code", json({{"address", "ada@example.org"}, {"code", wrong}})).is(401).is_refused("identity.wrong_code");
    town.guest().post("/v1/sessions/code", json({{"address", "ada@example.org"}, {"code", code}})).is_refused("identity.wrong_code");
}

TEST(Codes, four_wrong_guesses_do_not)
{
    Town town;
    const std::string code = fresh_code(town, "ada@example.org");
    const std::string wrong = code == "000000" ? "000001" : "000000";
    for (int guess = 0; guess < 4; ++guess)
        town.guest().post("/v1/sessions/code", json({{"address", "ada@example.org"}, {"code", wrong}})).is_refused("identity.wrong_code");
    town.guest().post("/v1/sessions/code", json({{"address", "ada@example.org"}, {"code", code}})).is(201);
}

TEST(Codes, an_address_is_not_flooded_with_letters)
{
    Town town;
    const std::string ask = json({{"address", "ada@example.org"}});
    town.guest().post("/v1/codes", ask).is(204);
    town.guest().post("/v1/codes", ask).is(429).is_refused("identity.codes_too_often");
    for (int i = 0; i < 4; ++i) {
        town.wait(1min);
        town.guest().post("/v1/codes", ask).is(204);
    }
    town.wait(1min);
    town.guest().post("/v1/codes", ask).is_refused("identity.codes_too_often");
    town.wait(1h);
    town.guest().post("/v1/codes", ask).is(204);
    town.settles();
    EXPECT_EQ(letters_to(town, "ada@example.org").size(), 6u);
}

TEST(Codes, the_mailbox_is_for_operators_unless_the_town_is_a_demonstration)
{
    Town town;
    fresh_code(town, "ada@example.org");
    town.guest().get("/v1/mailbox").is_refused("base.not_found");
    town.person_with_role("boss", Role::operator_).get("/v1/mailbox").is(200).counts("/items", 1).says("/items/0/address", "ada@example.org");
    EXPECT_NE(town.person_with_role("desk", Role::operator_).get("/v1/mailbox").text("/items/0/text").find("，10 分钟内有效"), std::string::npos);
    town.guest().post("/v1/codes", json({{"address", "neither one nor the other"}})).is(422).faults("/address");
}

}  // namespace meadow::identity
