#include "modules/identity/accounts/edit_profile.hpp"

#include "support/town.hpp"

namespace meadow::identity {

TEST(EditProfile, changes_what_is_given_and_nothing_else)
{
    Town town;
    auto ann = town.person("ann");
    ann.patch("/v1/me", R"({"bio":"敏感肌 · 上海","city":"上海"})").is(200).says("/bio", "敏感肌 · 上海").says("/name", "ann");
    ann.patch("/v1/me", R"({"name":"安安"})").is(200).says("/name", "安安").says("/city", "上海");
    ann.patch("/v1/me", R"({"name":""})").is(422).faults("/name");
    town.guest().patch("/v1/me", R"({"name":"x"})").is_refused("base.not_signed_in");
}

}  // namespace meadow::identity
