#include "modules/fulfilment/sandbox/show_parcel.hpp"

#include "support/paying.hpp"

namespace meadow {
namespace {

struct SandboxCarrierPage : ::testing::Test {
    Town town;
    Person lin = town.person("lin"), boss = town.person_with_role("boss", Role::operator_);
    testing::Buyer bo = testing::buyer(town, "bo");
    testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(10), 5}});
    std::string page = "/sandbox/carrier/parcels/SB1234567";

    SandboxCarrierPage()
    {
        town.settles();
        const testing::Bought order = testing::bought(bo, stall.shop, stall.skus[0], 1, yuan(10));
        testing::pays_for(town, bo, order);
        lin.post(order.path() + "/parcels", R"({"carrier":"sandbox","waybill":"SB1234567"})").is(201);
        town.settles();
    }
    std::string body() { return town.guest().get(page).is(200).response().body; }
};

}  // namespace

TEST_F(SandboxCarrierPage, tells_where_a_parcel_is_and_moves_it_on_when_asked)
{
    EXPECT_NE(body().find("还没有揽收"), std::string::npos);
    town.guest().post(page + "/next").is(303);   // move_parcel
    EXPECT_NE(body().find("已揽收"), std::string::npos);
    EXPECT_EQ(body().find("已签收"), std::string::npos);
    boss.get("/v1/operator/sandbox/parcels").is(200).counts("/items", 1).says("/items/0/waybill", "SB1234567").says("/items/0/page", page)
        .says("/items/0/state", "in_transit").says("/items/0/place", "寄件网点");   // list_sandbox_parcels

    town.guest().post(page + "/rest").is(303);
    EXPECT_NE(body().find("已签收"), std::string::npos);
    EXPECT_EQ(body().find("<button>"), std::string::npos);
    boss.get("/v1/operator/sandbox/parcels").says("/items/0/state", "delivered");
    town.wait(48h);   // some messages come late; what the town was never told it asks for
    bo.get("/v1/orders").says("/items/0/state", "delivered");
    town.guest().post(page + "/rest").is(303);   // once more does nothing
}

TEST_F(SandboxCarrierPage, knows_only_what_was_handed_in)
{
    town.guest().get("/sandbox/carrier/parcels/SB0000000").is_refused("base.not_found");
    town.guest().post("/sandbox/carrier/parcels/SB0000000/next").is_refused("base.not_found");
    EXPECT_EQ(town.guest().get("/sandbox/carrier/style.css").is(200).response().content_type, "text/css; charset=utf-8");   // show_style
    lin.get("/v1/operator/sandbox/parcels").is_refused("base.not_allowed");
}

}  // namespace meadow
