// Leaving: delete_account, export_data.
#include "modules/identity/leaving/delete_account.hpp"

#include "modules/identity/events.hpp"
#include "modules/identity/identity_test.hpp"

namespace meadow::identity {

using testing::fresh_code;
using testing::json;

TEST(DeleteAccount, nothing_personal_remains_and_name_and_address_are_free_again)
{
    Town town;
    auto ada = town.person("ada");
    ada.patch("/v1/me", R"({"bio":"likes grass","city":"上海"})").is(200);
    ada.post("/v1/me/deletion", R"({"password":"wrong horse"})").is_refused("identity.wrong_credentials");
    ada.post("/v1/me/deletion", "{}").is(422);
    ada.post("/v1/me/deletion", R"({"password":"correct horse ada"})").is(204);
    ada.get("/v1/me").is_refused("base.not_signed_in");
    town.guest().get("/v1/users/" + ada.id()).is_refused("base.not_found");
    town.guest().post("/v1/sessions", json({{"address", "ada@example.org"}, {"password", "correct horse ada"}})).is_refused("identity.wrong_credentials");
    const auto again = town.person("ada");
    EXPECT_NE(again.id(), ada.id());
    town.guest().get("/v1/handles/ada").is(200).says("/bio", "");
}

TEST(DeleteAccount, those_without_a_password_prove_themselves_with_a_code)
{
    Town town;
    auto ada = town.person("ada");
    const std::string code = fresh_code(town, "ada@example.org");
    ada.post("/v1/me/deletion", json({{"address", "ada@example.org"}, {"code", code}})).is(204);
    EXPECT_TRUE(testing::letters_to(town, "ada@example.org").empty());
}

TEST(DeleteAccount, is_told_so_that_other_modules_erase_theirs)
{
    Town town;
    auto ada = town.person("ada");
    town.settles();
    std::vector<std::string> heard;
    ada.post("/v1/me/deletion", R"({"password":"correct horse ada"})").is(204);
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
        for (const jobs::News& news : jobs::store::news_after(ctx.tx, {}, 100))
            if (news.kind == AccountDeleted::kind) heard.push_back(news.body);
    });
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_NE(heard[0].find(ada.id()), std::string::npos);
}

TEST(ExportData, holds_what_the_town_knows_about_me_and_nobody_else)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    ada.put("/v1/me/blocks/" + bo.id()).is(204);
    const auto data = ada.get("/v1/me/export").is(200);
    data.says("/identity/handle", "ada").says("/identity/contacts/0/address", "ada@example.org").counts("/identity/sessions", 1)
        .says("/identity/blocks/0/blocked", bo.id());
    EXPECT_NE(data.header("Content-Disposition").find("attachment"), std::string::npos);
    town.guest().get("/v1/me/export").is_refused("base.not_signed_in");
}

}  // namespace meadow::identity
