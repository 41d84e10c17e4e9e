// Blocks: block_person, unblock_person, list_blocks.
#include "modules/identity/blocks/block_person.hpp"

#include "modules/identity/identity.hpp"
#include "modules/identity/identity_test.hpp"

namespace meadow::identity {
namespace {

using testing::id_of;

bool between(Town& town, const Person& a, const Person& b)
{
    bool out = false;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { out = blocked_between(ctx.tx, id_of(a), id_of(b)); });
    return out;
}

}  // namespace

TEST(BlockPerson, keeps_both_from_each_other_until_it_is_taken_back)
{
    Town town;
    auto ada = town.person("ada"), bo = town.person("bo"), cy = town.person("cy");
    for (int tap = 0; tap < 2; ++tap) ada.put("/v1/me/blocks/" + bo.id()).is(204);
    EXPECT_TRUE(between(town, ada, bo));
    EXPECT_TRUE(between(town, bo, ada));
    EXPECT_FALSE(between(town, ada, cy));
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
        EXPECT_EQ(blocked_with(ctx.tx, id_of(bo), {id_of(ada), id_of(cy)}), std::vector{id_of(ada)});
        EXPECT_EQ(blocked_with(ctx.tx, id_of(ada), {id_of(bo), id_of(cy)}), std::vector{id_of(bo)});
    });
    ada.get("/v1/me/blocks").is(200).counts("/items", 1).says("/items/0/handle", "bo");
    bo.get("/v1/me/blocks").is(200).counts("/items", 0);
    ada.del("/v1/me/blocks/" + bo.id()).is(204);
    EXPECT_FALSE(between(town, ada, bo));
}

TEST(BlockPerson, nobody_blocks_themselves_or_somebody_who_is_not_there)
{
    Town town;
    auto ada = town.person("ada");
    ada.put("/v1/me/blocks/" + ada.id()).is_refused("identity.blocks_self");
    ada.put("/v1/me/blocks/usr_0000000000001").is_refused("base.not_found");
    town.guest().put("/v1/me/blocks/" + ada.id()).is_refused("base.not_signed_in");
}

TEST(BlockPerson, the_list_of_blocks_is_paged)
{
    Town town;
    auto ada = town.person("ada");
    for (int i = 0; i < 3; ++i) ada.put("/v1/me/blocks/" + town.person("noisy" + std::to_string(i)).id()).is(204);
    const auto first = ada.get("/v1/me/blocks?limit=2").is(200).counts("/items", 2).says("/items/0/handle", "noisy2");
    ada.get("/v1/me/blocks?limit=2&cursor=" + first.text("/next")).is(200).counts("/items", 1).says("/items/0/handle", "noisy0");
}

}  // namespace meadow::identity
