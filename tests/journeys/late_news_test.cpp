// News that a subscriber could not digest at once is tried again later, after news that came behind it. What comes of it is the same.
// Verbs: follow_order.
#include "support/gazette.hpp"
#include "support/paying.hpp"
#include "support/weather.hpp"

namespace meadow::testing {
namespace {

struct LateNews : ::testing::Test {
    Weather weather;
    Town town{"2030-11-11 12:00", &weather};
    Person lin = town.person("lin");
    Person nora = town.person("nora");
    Buyer bo = buyer(town, "bo");
    Stall lipstick = open_stall(lin, "Lin", {{"红", yuan(100), 50}});   // 10 % to the author
    std::string note = publishes(nora, "Autumn lipstick", R"("products":[")" + lipstick.product + R"("])");

    LateNews() { town.settles(); }
    Bought order_from_the_note()
    {
        return {lipstick.shop, bo.post("/v1/orders", R"({"shop":")" + lipstick.shop + R"(","lines":[{"sku":")" + lipstick.skus[0] + R"(","count":1,"note":")" + note +
                                                         R"("}],"address":")" + bo.address + R"(","expected_total":10000})").is(201).text("/order")};
    }
    // The statement breaks while what is waiting now is delivered.
    void settles_without(const std::string& statement)
    {
        weather.breaks(statement, 1000);
        town.settles();
        weather.clears();
    }
    void hears_it_after_all() { town.wait(2s); }
    Answer earnings() { return nora.get("/v1/me/earnings").is(200); }
    void ships_and_receives(const Bought& order)
    {
        lin.post(order.path() + "/parcels", R"({"carrier":"village post","waybill":"VP0001"})").is(201);
        town.settles();
        bo.post(order.path() + "/receipt").is(204);
        town.settles();
    }
};

}  // namespace

TEST_F(LateNews, a_sale_heard_of_after_it_was_given_up_earns_nothing)
{
    const Bought order = order_from_the_note();
    settles_without("creators.insert_credit");
    bo.post(order.path() + "/cancellation").is(204);
    town.settles();
    earnings().counts("/items", 0);
    hears_it_after_all();
    earnings().counts("/items", 1).says("/items/0/state", "void");
}

TEST_F(LateNews, a_sale_heard_of_after_it_was_received_is_paid)
{
    const Bought order = order_from_the_note();
    settles_without("creators.insert_credit");
    pays_for(town, bo, order);
    ships_and_receives(order);
    hears_it_after_all();
    earnings().counts("/items", 1).says("/items/0/state", "paid").says("/items/0/earning", 800);
    nora.get("/v1/me/earnings/sums").says("/2/state", "paid").says("/2/amount", 800);
    books_balance(town);
}

TEST_F(LateNews, a_payment_heard_of_after_the_money_went_back_owes_nothing)
{
    const Bought order = order_from_the_note();
    town.settles();
    const Checkout checkout = opens_payment(bo, {order});
    presses(town, checkout, "pay");
    settles_without("creators.update_credit");
    bo.post(order.path() + "/refunds", R"({"reason":"other"})").is(201);
    town.settles();
    hears_it_after_all();
    earnings().says("/items/0/state", "void");
    lin.get("/v1/shops/" + lipstick.shop + "/note-sales").says("/items/0/sales/refunded", 1).says("/items/0/sales/commission", 0);
    books_balance(town);
}

TEST_F(LateNews, whoever_unfollowed_meanwhile_does_not_come_back_as_a_follower)
{
    bo.put("/v1/users/" + nora.id() + "/follow").is(204);
    settles_without("community.insert_follower");
    bo.del("/v1/users/" + nora.id() + "/follow").is(204);
    town.settles();
    hears_it_after_all();
    nora.get("/v1/users/" + nora.id() + "/followers").is(200).counts("/items", 0);
}

TEST_F(LateNews, whoever_unfollowed_meanwhile_does_not_help_to_open_a_store)
{
    Person house = brand(town, "house");
    town.sets("catalog.pop_followers", "1");
    const std::string application =
        R"({"name":"House","intro":"","city":"上海","company":"林氏化妆品有限公司","licence":"91350100M000100Y43"})";
    bo.put("/v1/users/" + house.id() + "/follow").is(204);
    settles_without("catalog.note_follower");
    bo.del("/v1/users/" + house.id() + "/follow").is(204);
    town.settles();
    hears_it_after_all();
    house.post("/v1/store-applications", application).is_refused("catalog.few_followers");
    bo.put("/v1/users/" + house.id() + "/follow").is(204);
    town.settles();
    house.post("/v1/store-applications", application).is(201);
}

TEST_F(LateNews, a_buyer_may_review_what_was_received_before_the_purchase_was_heard_of)
{
    const Bought order = order_from_the_note();
    town.settles();
    const Checkout checkout = opens_payment(bo, {order});
    presses(town, checkout, "pay");
    settles_without("catalog.insert_review_right");
    ships_and_receives(order);
    hears_it_after_all();
    bo.post("/v1/products/" + lipstick.product + "/reviews", R"({"order":")" + order.order + R"(","rating":5,"text":"好看"})").is(201);
}

}  // namespace meadow::testing
