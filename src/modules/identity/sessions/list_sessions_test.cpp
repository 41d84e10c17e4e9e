#include "modules/identity/sessions/list_sessions.hpp"

#include "support/town.hpp"

namespace meadow::identity {

TEST(ListSessions, shows_my_devices_newest_first_and_nobody_elses)
{
    Town town;
    auto ann = town.person("ann");
    town.person("bo");
    town.wait(1h);
    town.guest().post("/v1/sessions", R"({"address":"ann@example.org","password":"correct horse ann","device":"tablet"})").is(201);
    ann.get("/v1/sessions").is(200).counts("", 2).says("/0/device", "tablet").says("/1/current", "true");
}

}  // namespace meadow::identity
