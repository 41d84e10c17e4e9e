// Addresses: add_contact, list_contacts, remove_contact.
#include "modules/identity/contacts/add_contact.hpp"

#include "modules/identity/identity_test.hpp"

namespace meadow::identity {

using testing::fresh_code;
using testing::json;

TEST(AddContact, a_second_address_signs_in_too)
{
    Town town;
    auto ada = town.person("ada");
    ada.get("/v1/me/contacts").is(200).counts("", 1).says("/0/verified", "false");
    ada.post("/v1/me/contacts", json({{"address", "138 0000 0000"}, {"code", fresh_code(town, "+8613800000000")}})).is(204);
    ada.post("/v1/me/contacts", json({{"address", "ada@example.org"}, {"code", fresh_code(town, "ada@example.org")}})).is(204);
    ada.get("/v1/me/contacts").is(200).counts("", 2).says("/0/verified", "true").says("/1/address", "+8613800000000");
    town.guest().post("/v1/sessions", json({{"address", "13800000000"}, {"password", "correct horse ada"}})).is(201).says("/user", ada.id());

    ada.del("/v1/me/contacts/ada%40example.org").is(204);
    ada.del("/v1/me/contacts/%2B8613800000000").is_refused("identity.last_contact");
    town.person("newada");
    town.guest().post("/v1/accounts", json({{"address", "ada@example.org"}, {"password", "correct horse"}, {"name", "x"}})).is(201);
}

TEST(AddContact, nobody_takes_the_address_of_another)
{
    Town town;
    auto [ada, eve] = town.people("ada", "eve");
    eve.post("/v1/me/contacts", json({{"address", "ada@example.org"}, {"code", "123456"}})).is_refused("identity.wrong_code");
    eve.post("/v1/me/contacts", json({{"address", "ada@example.org"}, {"code", fresh_code(town, "ada@example.org")}})).is_refused("identity.address_taken");
    eve.del("/v1/me/contacts/ada%40example.org").is_refused("base.not_found");
}

}  // namespace meadow::identity
