#include "modules/identity/accounts/sign_up.hpp"

#include "http/tokens.hpp"
#include "support/town.hpp"

namespace meadow::identity {
namespace {

std::string sign_up_as(const std::string& address, const std::string& handle, const std::string& password = "long enough words")
{
    return R"({"address":")" + address + R"(","password":")" + password + R"(","name":"Ann","handle":")" + handle + R"("})";
}

}  // namespace

TEST(SignUp, opens_an_account_and_signs_in_at_once)
{
    Town town;
    const auto answer = town.guest().post("/v1/accounts", sign_up_as("Ann@Example.org", "ann"));
    answer.is(201);
    Person ann{town, answer.text("/user"), answer.text("/token")};
    ann.get("/v1/me").is(200).says("/handle", "ann").says("/name", "Ann");
    EXPECT_NE(answer.header("Set-Cookie").find("HttpOnly; SameSite=Lax"), std::string::npos);
}

TEST(SignUp, an_address_and_a_handle_belong_to_one_person)
{
    Town town;
    town.guest().post("/v1/accounts", sign_up_as("ann@example.org", "ann")).is(201);
    town.guest().post("/v1/accounts", sign_up_as("ANN@example.org", "ann2")).is_refused("identity.address_taken");
    town.guest().post("/v1/accounts", sign_up_as("other@example.org", "Ann")).is_refused("identity.handle_taken");
    town.guest().post("/v1/accounts", sign_up_as("138 0013 8000", "zhang")).is(201);
    town.guest().post("/v1/accounts", sign_up_as("+86 13800138000", "zhang2")).is_refused("identity.address_taken");
}

TEST(SignUp, every_wrong_field_is_named)
{
    Town town;
    town.guest().post("/v1/accounts", R"({"address":"x","password":"short","age":3})").is(422)
        .faults("/address").faults("/password").faults("/name").faults("/age");
    town.guest().post("/v1/accounts", sign_up_as("not an address", "a b")).is(422).faults("/address").faults("/handle");
    town.guest().post("/v1/accounts", sign_up_as("ann@example.org", "a b")).is(422).faults("/handle");
    town.guest().post("/v1/accounts", sign_up_as("ann@example.org", "12345")).is(422).faults("/handle");
}

TEST(SignUp, the_secret_itself_is_nowhere_in_the_database)
{
    Town town;
    const auto answer = town.guest().post("/v1/accounts", sign_up_as("ann@example.org", "ann"));
    const std::string token = answer.text("/token");
    const std::string secret = token.substr(token.find('.') + 1);
    const auto parsed = parse_token(token);
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->hash, http::sha256_hex(secret));
    EXPECT_FALSE(parse_token("usr_0000000000001"));
    EXPECT_FALSE(parse_token("nobody.secret"));
}

}  // namespace meadow::identity
