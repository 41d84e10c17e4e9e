// What may happen between the pricing of an order and its place in the lane.
#include "modules/trading/orders/place_order.hpp"

#include "jobs/world.hpp"
#include "modules/trading/refusals.hpp"
#include "support/buying.hpp"

namespace meadow::trading {
namespace {

using namespace meadow::testing;

class PlaceOrderTest : public ::testing::Test {
protected:
    PlaceOrderTest() { town.settles(); }

    // Ada's order is priced, then `meanwhile` happens, then the order has its turn in the lane.
    Result<PlacedOrder> ordered_while(const std::function<void()>& meanwhile)
    {
        const Who who{id_in<UserId>(ada.id()), {}, 0};
        PlaceOrder in;
        in.shop = id_in<ShopId>(stall.shop);
        in.lines.push_back({id_in<SkuId>(stall.skus[0]), 2, {}});
        in.address = id_in<AddressId>(ada.address);
        in.expected_total = yuan(198);
        std::optional<PricedOrder> priced;
        jobs::read_now(town.world(), who, [&](ReadCtx& ctx) { priced = prepare_order(ctx, in).value(); });
        meanwhile();
        return jobs::write_now<PlacedOrder>(town.world(), who, 0, [&](WriteCtx& ctx) { return place_order(ctx, in, *priced); });
    }
    Answer set_price(int fen)
    {
        return lin.put("/v1/shops/" + stall.shop + "/prices", R"({"prices":[{"sku":")" + stall.skus[0] + R"(","price":)" + std::to_string(fen) + "}]}");
    }
    std::int64_t available() { return town.guest().get("/v1/products/" + stall.product + "/offer").number("/skus/0/available"); }

    Town town;
    Buyer ada = buyer(town, "ada");
    Person lin = town.person("lin");
    Stall stall = open_stall(lin, "Lin", {{"红", yuan(99), 10}, {"粉", yuan(89), 10}});
};

TEST_F(PlaceOrderTest, what_was_priced_is_placed_when_nothing_has_changed)
{
    const auto placed = ordered_while([] {});
    ASSERT_TRUE(placed.ok());
    EXPECT_EQ(placed.value().total, yuan(198));
    EXPECT_EQ(available(), 8);
}

TEST_F(PlaceOrderTest, an_order_stands_in_the_buyers_list_before_any_news_is_heard)
{
    ASSERT_TRUE(ordered_while([] {}).ok());
    // Nothing has settled.
    ada.get("/v1/orders").is(200).counts("/items", 1).says("/items/0/state", "placed").says("/items/0/lines/0/spec", "红").says("/items/0/lines/0/count", 2);
}

TEST_F(PlaceOrderTest, a_price_that_changes_after_the_pricing_is_not_taken_as_priced)
{
    const auto placed = ordered_while([this] { set_price(12'000).is(204); });
    ASSERT_FALSE(placed.ok());
    EXPECT_TRUE(placed.refusal().is(price_changed));
    ASSERT_EQ(placed.refusal().fields.size(), 1u);
    EXPECT_EQ(placed.refusal().fields[0].where, "/lines/0");
    EXPECT_EQ(available(), 10) << "what is refused holds nothing";
}

TEST_F(PlaceOrderTest, goods_that_leave_the_shelf_after_the_pricing_are_not_sold)
{
    const auto placed = ordered_while([this] { lin.put("/v1/shops/" + stall.shop + "/goods/" + stall.product + "/state", R"({"state":"withdrawn"})").is(204); });
    ASSERT_FALSE(placed.ok());
    EXPECT_TRUE(placed.refusal().is(not_on_sale));
    EXPECT_EQ(available(), 10);
}

TEST_F(PlaceOrderTest, shipping_fees_that_change_after_the_pricing_are_not_taken_as_priced)
{
    const auto placed = ordered_while([this] { lin.put("/v1/shops/" + stall.shop + "/terms", R"({"shipping_fee":800,"round_to":"fen"})").is(200); });
    ASSERT_FALSE(placed.ok());
    EXPECT_TRUE(placed.refusal().is(price_changed));
}

}  // namespace
}  // namespace meadow::trading
