#include "modules/identity/sessions/sign_in.hpp"

#include "support/town.hpp"

namespace meadow::identity {

TEST(SignIn, the_password_opens_a_session_that_ends_by_itself)
{
    Town town;
    town.person("ann");
    const auto answer = town.guest().post("/v1/sessions", R"({"address":"ann@example.org","password":"correct horse ann","device":"phone"})");
    answer.is(201);
    Person ann{town, answer.text("/user"), answer.text("/token")};
    ann.get("/v1/me").is(200);
    town.wait(std::chrono::hours{24 * 31});
    ann.get("/v1/me").is_refused("base.not_signed_in");
}

TEST(SignIn, a_wrong_password_and_an_unknown_address_are_told_apart_by_nothing)
{
    Town town;
    town.person("ann");
    const auto wrong = town.guest().post("/v1/sessions", R"({"address":"ann@example.org","password":"correct horse bo"})");
    const auto unknown = town.guest().post("/v1/sessions", R"({"address":"nobody@example.org","password":"correct horse bo"})");
    wrong.is_refused("identity.wrong_credentials");
    EXPECT_EQ(wrong.response().body, unknown.response().body);
}

}  // namespace meadow::identity
