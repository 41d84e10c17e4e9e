#include "modules/fulfilment/stock/move_order.hpp"

#include "modules/fulfilment/stock/enter_sku.hpp"
#include "modules/fulfilment/stock_test.hpp"

namespace meadow::fulfilment {

using testing::Shelf;

TEST(Buckets, every_bucket_is_reached_and_left)
{
    for (const Bucket bucket : {Bucket::available, Bucket::held, Bucket::sold}) {
        bool reached = false, left = false;
        for (const BucketStep step : bucket_steps) {
            reached = reached || step.to == bucket;
            left = left || step.from == bucket;
        }
        EXPECT_TRUE(reached && left) << name_of(bucket);
    }
    EXPECT_FALSE(may_go(Bucket::available, Bucket::sold)) << "nothing is sold that was not held";
}

TEST(MoveOrder, what_is_given_back_twice_comes_back_once)
{
    Shelf shelf({3});
    const auto order = shelf.next<OrderId>();
    ASSERT_TRUE(shelf.holds(order, UserId{1}, {{shelf.skus[0], 2}}).ok());
    for (int time = 0; time < 2; ++time) shelf.releases(order);
    EXPECT_EQ(shelf.available(shelf.skus[0]), 3);
    EXPECT_FALSE(shelf.sells(order)) << "paid after it had lapsed";
    EXPECT_EQ(shelf.available(shelf.skus[0]), 3);
    shelf.balances(shelf.skus[0]);
}

TEST(MoveOrder, what_is_paid_twice_is_sold_once)
{
    Shelf shelf({3});
    const auto order = shelf.next<OrderId>();
    ASSERT_TRUE(shelf.holds(order, UserId{1}, {{shelf.skus[0], 2}}).ok());
    for (int time = 0; time < 2; ++time) EXPECT_TRUE(shelf.sells(order));
    shelf.releases(order);
    EXPECT_EQ(shelf.rows(shelf.skus[0])[0].sold, 2);
    EXPECT_EQ(shelf.available(shelf.skus[0]), 1);
    shelf.balances(shelf.skus[0]);
}

TEST(MoveOrder, a_refund_before_shipping_brings_the_pieces_back_once)
{
    Shelf shelf({3});
    const auto order = shelf.next<OrderId>();
    ASSERT_TRUE(shelf.holds(order, UserId{1}, {{shelf.skus[0], 2}}).ok());
    ASSERT_TRUE(shelf.sells(order));
    for (int time = 0; time < 2; ++time) EXPECT_TRUE(shelf.returns(order));
    EXPECT_EQ(shelf.available(shelf.skus[0]), 3);
    EXPECT_EQ(shelf.rows(shelf.skus[0])[0].sold, 0);
    shelf.balances(shelf.skus[0]);
}

// enter_sku: what the merchant counted goes into the books once, however often the news comes.
TEST(EnterSku, counts_once_and_tells_that_there_is_something)
{
    Shelf shelf({7});
    shelf.write([&](WriteCtx& ctx) {
        enter_sku(ctx, {shelf.shop, shelf.skus[0], first_warehouse(shelf.shop)}, 7);
        EXPECT_TRUE(ctx.told.empty());
        enter_sku(ctx, {shelf.shop, shelf.next<SkuId>(), first_warehouse(shelf.shop)}, 1);
        EXPECT_EQ(ctx.told.size(), 1u);
    });
    EXPECT_EQ(shelf.available(shelf.skus[0]), 7);
    shelf.balances(shelf.skus[0]);
}

TEST(MoveOrder, an_order_that_never_held_anything_moves_nothing)
{
    Shelf shelf({3});
    EXPECT_FALSE(shelf.sells(shelf.next<OrderId>()));
    shelf.releases(shelf.next<OrderId>());
    EXPECT_EQ(shelf.available(shelf.skus[0]), 3);
}

}  // namespace meadow::fulfilment
