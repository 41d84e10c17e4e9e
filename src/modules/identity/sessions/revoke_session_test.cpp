#include "modules/identity/sessions/revoke_session.hpp"

#include "support/town.hpp"

namespace meadow::identity {
namespace {

Person again(Town& town, const std::string& name)
{
    const auto answer = town.guest().post("/v1/sessions", R"({"address":")" + name + R"(@example.org","password":"correct horse )" + name + R"("})");
    answer.is(201);
    return {town, answer.text("/user"), answer.text("/token")};
}

}  // namespace

TEST(RevokeSession, the_next_request_of_that_device_is_a_guests)
{
    Town town;
    auto phone = town.person("ann");
    auto tablet = again(town, "ann");
    const std::string lost = tablet.get("/v1/session").text("/session");
    phone.del("/v1/sessions/" + lost).is(204);
    tablet.get("/v1/me").is_refused("base.not_signed_in");
    phone.get("/v1/me").is(200);
}

TEST(RevokeSession, nobody_ends_another_persons_session)
{
    Town town;
    auto [ann, bo] = town.people("ann", "bo");
    const std::string hers = ann.get("/v1/session").text("/session");
    bo.del("/v1/sessions/" + hers).is_refused("base.not_found");
    ann.get("/v1/me").is(200);
}

TEST(SignOut, ends_this_session_and_takes_the_cookie_away)
{
    Town town;
    auto ann = town.person("ann");
    auto elsewhere = again(town, "ann");
    const auto gone = ann.del("/v1/session").is(204);
    EXPECT_NE(gone.header("Set-Cookie").find("Max-Age=0"), std::string::npos);
    ann.get("/v1/me").is_refused("base.not_signed_in");
    elsewhere.get("/v1/me").is(200);
}

TEST(SignOutElsewhere, leaves_only_the_session_it_was_asked_from)
{
    Town town;
    auto ann = town.person("ann");
    auto elsewhere = again(town, "ann");
    ann.del("/v1/sessions").is(204);
    elsewhere.get("/v1/me").is_refused("base.not_signed_in");
    ann.get("/v1/sessions").is(200).counts("", 1);
}

}  // namespace meadow::identity
