#include "modules/identity/accounts/show_person.hpp"

#include "support/town.hpp"

namespace meadow::identity {

TEST(ShowPerson, a_guest_sees_a_profile_by_id_or_handle_but_no_address)
{
    Town town;
    auto ann = town.person("ann");
    const auto profile = town.guest().get("/v1/users/" + ann.id()).is(200).says("/handle", "ann");
    EXPECT_EQ(profile.response().body.find("example.org"), std::string::npos);
    town.guest().get("/v1/handles/ANN").is(200).says("/id", ann.id());
    town.guest().get("/v1/handles/nobody").is_refused("base.not_found");
    town.guest().get("/v1/users/usr_0000000000001").is_refused("base.not_found");
}

}  // namespace meadow::identity
