#include "modules/identity/sessions/forget_sessions.hpp"

#include "support/town.hpp"

namespace meadow::identity {
namespace {

const db::Sql count_sessions{"test.count_sessions", "SELECT count(*) FROM identity_sessions"};

std::int64_t sessions(Town& town)
{
    std::int64_t out = 0;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { out = *ctx.tx.one<std::int64_t>(count_sessions); });
    return out;
}

std::int64_t forget(Town& town)
{
    std::int64_t out = 0;
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) { return (out = forget_sessions(ctx)) > 0; });
    return out;
}

}  // namespace

TEST(ForgetSessions, those_that_have_expired_go_and_the_others_stay)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    EXPECT_EQ(forget(town), 0);
    town.clock().advance(std::chrono::hours{24 * 29});
    const auto later = town.guest().post("/v1/sessions", R"({"address":"ada@example.org","password":"correct horse ada"})");
    later.is(201);
    town.clock().advance(std::chrono::hours{24 * 2});
    EXPECT_EQ(sessions(town), 3);
    EXPECT_EQ(forget(town), 2);
    EXPECT_EQ(forget(town), 0);
    EXPECT_EQ(sessions(town), 1);
    Person(town, ada.id(), later.text("/token")).get("/v1/me").is(200);
    bo.get("/v1/me").is(401);
}

}  // namespace meadow::identity
