#include "modules/community/follows/unfollow_person.hpp"

#include "modules/community/follows/store.hpp"
#include "support/town.hpp"

namespace meadow::community {

TEST(UnfollowPerson, brings_both_counters_back_however_often_it_is_asked_for)
{
    Town town;
    auto [ann, bo] = town.people("ann", "bo");
    const auto counts = [&](const Person& person) {
        store::PersonCounts out;
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { out = store::counts(ctx.tx, UserId{*parse_id("usr", person.id())}); });
        return out;
    };
    ann.put("/v1/users/" + bo.id() + "/follow").is(204);
    town.settles();
    EXPECT_EQ(counts(ann).following, 1);
    EXPECT_EQ(counts(bo).followers, 1);
    for (int tap = 0; tap < 3; ++tap) ann.del("/v1/users/" + bo.id() + "/follow").is(204);
    town.settles();
    EXPECT_EQ(counts(ann).following, 0);
    EXPECT_EQ(counts(bo).followers, 0);
}

}  // namespace meadow::community
