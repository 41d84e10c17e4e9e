// Following people: what a reader lives through.
#include "support/town.hpp"

namespace meadow {

TEST(Following, a_reader_follows_an_author_and_both_see_it)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    ada.put("/v1/users/" + bo.id() + "/follow").is(204);
    town.settles();
    bo.get("/v1/users/" + bo.id() + "/followers").is(200).counts("/items", 1).says("/items/0/handle", "ada");
    ada.get("/v1/users/" + ada.id() + "/following").is(200).counts("/items", 1).says("/items/0/handle", "bo");
}

TEST(Following, tapping_twice_follows_once)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    for (int tap = 0; tap < 2; ++tap) ada.put("/v1/users/" + bo.id() + "/follow").is(204);
    town.settles();
    town.guest().get("/v1/users/" + bo.id() + "/followers").is(200).counts("/items", 1);
    ada.del("/v1/users/" + bo.id() + "/follow").is(204);
    ada.del("/v1/users/" + bo.id() + "/follow").is(204);
    town.settles();
    town.guest().get("/v1/users/" + bo.id() + "/followers").is(200).counts("/items", 0);
}

TEST(Following, nobody_follows_themselves_or_somebody_who_is_not_there)
{
    Town town;
    auto ada = town.person("ada");
    ada.put("/v1/users/" + ada.id() + "/follow").is_refused("community.follows_self");
    ada.put("/v1/users/usr_0000000000001/follow").is_refused("base.not_found");
    ada.put("/v1/users/nobody/follow").is(422).faults("{user}");
    town.guest().put("/v1/users/" + ada.id() + "/follow").is_refused("base.not_signed_in");
}

TEST(Following, a_list_is_paged_and_stays_put_while_people_join)
{
    Town town;
    auto star = town.person("star");
    for (int i = 0; i < 5; ++i) {
        town.person("fan" + std::to_string(i)).put("/v1/users/" + star.id() + "/follow").is(204);
        town.wait(1s);
    }
    const std::string list = "/v1/users/" + star.id() + "/followers?limit=2";
    const auto first = star.get(list).is(200).counts("/items", 2).says("/items/0/handle", "fan4");
    town.person("late").put("/v1/users/" + star.id() + "/follow").is(204);
    town.settles();
    const auto second = star.get(list + "&cursor=" + first.text("/next")).is(200).counts("/items", 2).says("/items/0/handle", "fan2");
    const auto last = star.get(list + "&cursor=" + second.text("/next")).is(200).counts("/items", 1).says("/items/0/handle", "fan0");
    EXPECT_FALSE(last.json().has("/next"));
    star.get(list + "&cursor=nonsense").is(422).faults("?cursor");
}

}  // namespace meadow
