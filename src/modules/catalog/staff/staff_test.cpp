// Who may act for a shop.
#include "modules/catalog/staff/accept_invitation.hpp"
#include "modules/catalog/staff/change_right.hpp"
#include "modules/catalog/staff/invite_staff.hpp"
#include "modules/catalog/staff/list_my_shops.hpp"
#include "modules/catalog/staff/list_staff.hpp"
#include "modules/catalog/staff/remove_staff.hpp"
#include "support/market.hpp"

namespace meadow {

TEST(invite_staff, lets_somebody_act_once_they_have_accepted)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const std::string shop = testing::light_shop(lin, "Lin's"), staff = "/v1/shops/" + shop + "/staff";
    lin.post(staff, R"({"handle":"BO","may":"editor"})").is(201).says("/state", "invited");
    lin.post(staff, R"({"handle":"bo","may":"editor"})").is_refused("base.already_done");
    lin.post(staff, R"({"handle":"nobody_here","may":"editor"})").is_refused("base.not_found").faults("/handle");

    const std::string goods = "/v1/shops/" + shop + "/goods";
    bo.get(goods).is_refused("base.not_found");
    bo.get("/v1/me/shops").is(200).says("/items/0/state", "invited").says("/items/0/shop/name", "Lin's");  // list_my_shops
    bo.post(staff + "/acceptance").is(204);                                                                // accept_invitation
    bo.post(staff + "/acceptance").is_refused("base.not_found");
    bo.get(goods).is(200);
    testing::sells(bo, shop, "By Bo", {{"", yuan(1)}});
    lin.get(staff).is(200).counts("/items", 2).says("/items/1/person/handle", "bo").says("/items/1/may", "editor");  // list_staff
}

TEST(change_right, narrows_what_somebody_may_and_never_the_founder)
{
    Town town;
    auto [lin, bo, eve] = town.people("lin", "bo", "eve");
    const std::string shop = testing::light_shop(lin, "Lin's"), staff = "/v1/shops/" + shop + "/staff";
    lin.post(staff, R"({"handle":"bo","may":"owner"})").is(201);
    bo.post(staff + "/acceptance").is(204);
    bo.patch(staff + "/" + lin.id(), R"({"may":"support"})").is_refused("catalog.founder_stays");
    lin.patch(staff + "/" + bo.id(), R"({"may":"support"})").is(204);
    bo.patch("/v1/shops/" + shop, R"({"intro":"mine"})").is_refused("base.not_allowed");
    bo.post("/v1/shops/" + shop + "/products",
            R"({"product":)" + testing::product_json("X2", testing::picture(bo), {{"", yuan(1)}}) + "}")
        .is_refused("base.not_allowed");
    bo.get("/v1/shops/" + shop + "/goods").is(200);
    eve.patch(staff + "/" + bo.id(), R"({"may":"owner"})").is_refused("base.not_found");
}

TEST(remove_staff, ends_a_part_by_the_owner_or_by_oneself)
{
    Town town;
    auto [lin, bo, eve] = town.people("lin", "bo", "eve");
    const std::string shop = testing::light_shop(lin, "Lin's"), staff = "/v1/shops/" + shop + "/staff";
    for (auto* person : {&bo, &eve}) {
        lin.post(staff, R"({"handle":")" + std::string(person == &bo ? "bo" : "eve") + R"(","may":"support"})").is(201);
        person->post(staff + "/acceptance").is(204);
    }
    bo.del(staff + "/" + eve.id()).is_refused("base.not_allowed");
    bo.del(staff + "/" + bo.id()).is(204);
    lin.del(staff + "/" + eve.id()).is(204);
    lin.del(staff + "/" + lin.id()).is_refused("catalog.founder_stays");
    bo.get(staff).is_refused("base.not_found");
    bo.get("/v1/me/shops").is(200).counts("/items", 0);
    lin.get(staff).counts("/items", 1);
}

}  // namespace meadow
