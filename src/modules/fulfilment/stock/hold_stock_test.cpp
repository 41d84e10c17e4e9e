#include <atomic>
#include <thread>

#include "db/lanes.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/stock_test.hpp"

namespace meadow::fulfilment {

using testing::Shelf;

TEST(HoldStock, the_last_piece_goes_to_one_order)
{
    Shelf shelf({1});
    const SkuId lipstick = shelf.skus[0];
    EXPECT_TRUE(shelf.holds(shelf.next<OrderId>(), shelf.next<UserId>(), {{lipstick, 1}}).ok());
    const auto second = shelf.holds(shelf.next<OrderId>(), shelf.next<UserId>(), {{lipstick, 1}});
    ASSERT_FALSE(second.ok());
    EXPECT_TRUE(second.refusal().is(sold_out));
    EXPECT_EQ(shelf.available(lipstick), 0);
    shelf.balances(lipstick);
}

TEST(HoldStock, takes_all_lines_or_none_and_names_those_that_lack)
{
    Shelf shelf({5, 2, 0});
    const auto refused = shelf.holds(shelf.next<OrderId>(), shelf.next<UserId>(), {{shelf.skus[2], 1}, {shelf.skus[0], 1}, {shelf.skus[1], 3}});
    ASSERT_FALSE(refused.ok());
    ASSERT_EQ(refused.refusal().fields.size(), 2u);
    EXPECT_EQ(refused.refusal().fields[0].where, "/lines/2");
    EXPECT_EQ(refused.refusal().fields[0].what, "has only 2 left");
    EXPECT_EQ(refused.refusal().fields[1].where, "/lines/0");
    EXPECT_EQ(refused.refusal().fields[1].what, "is sold out");
    EXPECT_EQ(shelf.available(shelf.skus[0]), 5);
}

TEST(HoldStock, a_sku_that_nobody_stocked_is_sold_out)
{
    Shelf shelf;
    const auto refused = shelf.holds(shelf.next<OrderId>(), shelf.next<UserId>(), {{shelf.next<SkuId>(), 1}});
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.refusal().is(sold_out));
}

TEST(HoldStock, nobody_locks_up_a_shop_without_paying)
{
    Shelf shelf({100, 100});
    const auto ada = shelf.next<UserId>();
    const auto first = shelf.next<OrderId>();
    EXPECT_TRUE(shelf.holds(first, ada, {{shelf.skus[0], 15}}).ok());
    const auto refused = shelf.holds(shelf.next<OrderId>(), ada, {{shelf.skus[1], 6}});
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.refusal().is(holds_too_many));
    EXPECT_EQ(shelf.available(shelf.skus[1]), 100) << "what is refused takes nothing";
    EXPECT_TRUE(shelf.holds(shelf.next<OrderId>(), shelf.next<UserId>(), {{shelf.skus[1], 6}}).ok()) << "others are not counted in";
    EXPECT_TRUE(shelf.holds(shelf.next<OrderId>(), ada, {{shelf.skus[1], 5}}).ok());
    EXPECT_TRUE(shelf.sells(first));
    EXPECT_TRUE(shelf.holds(shelf.next<OrderId>(), ada, {{shelf.skus[1], 15}}).ok()) << "what is paid is not held any more";
    EXPECT_FALSE(shelf.holds(shelf.next<OrderId>(), shelf.next<UserId>(), {{shelf.skus[0], 21}}).ok());
}

TEST(HoldStock, a_sku_may_have_a_limit_of_its_own)
{
    Shelf shelf({100, 100});
    shelf.write([&](WriteCtx& ctx) { EXPECT_TRUE(store::set_hold_limit(ctx.tx, shelf.shop, shelf.skus[0], 2)); });
    const auto ada = shelf.next<UserId>();
    const auto first = shelf.next<OrderId>();
    EXPECT_TRUE(shelf.holds(first, ada, {{shelf.skus[0], 2}, {shelf.skus[1], 5}}).ok());
    const auto refused = shelf.holds(shelf.next<OrderId>(), ada, {{shelf.skus[0], 1}});
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(refused.refusal().is(holds_too_many));
    shelf.releases(first);
    EXPECT_TRUE(shelf.holds(shelf.next<OrderId>(), ada, {{shelf.skus[0], 2}}).ok());
}

TEST(HoldStock, the_warehouse_of_the_lowest_rank_that_has_them_all_gives_them)
{
    Shelf shelf({2});
    const SkuId sku = shelf.skus[0];
    const auto near = shelf.add_warehouse(-1), far = shelf.add_warehouse(9);
    shelf.write([&](WriteCtx& ctx) {
        store::open_stock(ctx.tx, {shelf.shop, sku, near}, 1);
        store::open_stock(ctx.tx, {shelf.shop, sku, far}, 3);
    });
    const auto from = [&](std::int64_t count) {
        const auto order = shelf.next<OrderId>();
        EXPECT_TRUE(shelf.holds(order, shelf.next<UserId>(), {{sku, count}}).ok());
        std::vector<WarehouseId> out;
        jobs::read_now(shelf.town.world(), {}, [&](ReadCtx& ctx) {
            for (const StockMove& move : store::moves_of(ctx.tx, shelf.shop, order.value)) out.push_back(move.warehouse);
        });
        return out;
    };
    EXPECT_EQ(from(1), std::vector{near});
    EXPECT_EQ(from(3), std::vector{far});
    EXPECT_EQ(from(2), std::vector{first_warehouse(shelf.shop)});
    EXPECT_EQ(shelf.available(sku), 0);
}

TEST(HoldStock, pieces_scattered_over_warehouses_are_sold_too)
{
    Shelf shelf({2});
    const SkuId sku = shelf.skus[0];
    const auto other = shelf.add_warehouse(1);
    shelf.write([&](WriteCtx& ctx) { store::open_stock(ctx.tx, {shelf.shop, sku, other}, 3); });
    const auto order = shelf.next<OrderId>();
    EXPECT_TRUE(shelf.holds(order, shelf.next<UserId>(), {{sku, 4}}).ok());
    EXPECT_EQ(shelf.available(sku), 1);
    shelf.releases(order);
    EXPECT_EQ(shelf.available(sku), 5);
}

TEST(HoldStock, running_out_and_coming_back_is_told_once)
{
    Shelf shelf({2});
    std::vector<std::string> told;
    const auto hold = [&](OrderId order) {
        shelf.write([&](WriteCtx& ctx) {
            EXPECT_TRUE(hold_stock(ctx, shelf.shop, order, UserId{7}, {{shelf.skus[0], 1}}).ok());
            for (const Told& news : ctx.told) told.push_back(news.body);
        });
    };
    const auto first = shelf.next<OrderId>(), second = shelf.next<OrderId>();
    hold(first);
    EXPECT_TRUE(told.empty());
    hold(second);
    ASSERT_EQ(told.size(), 1u);
    EXPECT_NE(told[0].find("\"available\":false"), std::string::npos);
    for (const OrderId order : {first, second})
        shelf.write([&](WriteCtx& ctx) {
            release_stock(ctx, shelf.shop, order);
            for (const Told& news : ctx.told) told.push_back(news.body);
        });
    ASSERT_EQ(told.size(), 2u);
    EXPECT_NE(told[1].find("\"available\":true"), std::string::npos);
}

// Ten thousand people, one piece, four threads. On PostgreSQL they come through the lanes of two processes.
TEST(HoldStock, ten_thousand_people_want_one_piece_and_one_gets_it)
{
    Shelf shelf({1});
    Town& town = shelf.town;
    const auto other_lanes = town.database().engine() == db::Engine::postgres ? db::start_lanes(town.database(), {}) : nullptr;
    jobs::IdSource other_ids(town.clock(), 5);
    std::unique_ptr<jobs::World> other;
    if (other_lanes) {
        const jobs::World& w = town.world();
        other.reset(new jobs::World{w.database, *other_lanes, w.clock, w.dice, other_ids, w.settings, w.adapters, [] {}, {}});
    }
    std::atomic<int> won = 0, lost = 0;
    std::vector<std::thread> crowd;
    for (int t = 0; t < 4; ++t)
        crowd.emplace_back([&, t] {
            jobs::World& world = other && t % 2 == 1 ? *other : town.world();
            for (int i = 0; i < 2500; ++i) {
                const UserId buyer{1 + t * 2500 + i};
                const auto result = jobs::write_now<Nothing>(world, {}, std::uint64_t(i), [&](WriteCtx& ctx) {
                    return hold_stock(ctx, shelf.shop, ctx.new_id<OrderId>(), buyer, {{shelf.skus[0], 1}});
                });
                if (result.ok()) ++won;
                else if (result.refusal().is(sold_out)) ++lost;
            }
        });
    for (std::thread& person : crowd) person.join();
    EXPECT_EQ(won, 1);
    EXPECT_EQ(lost, 9999);
    EXPECT_EQ(shelf.available(shelf.skus[0]), 0);
    shelf.balances(shelf.skus[0]);
}

// The payment arrives just when the hold lapses: whoever comes first wins, and every piece is in exactly one bucket.
TEST(HoldStock, payment_and_expiry_race_and_one_of_them_wins)
{
    constexpr int orders = 200;
    Shelf shelf({orders});
    const SkuId sku = shelf.skus[0];
    std::vector<OrderId> held;
    for (int i = 0; i < orders; ++i) {
        held.push_back(shelf.next<OrderId>());
        ASSERT_TRUE(shelf.holds(held.back(), UserId{i + 1}, {{sku, 1}}).ok());
    }
    std::atomic<int> sold = 0;
    std::thread gateway([&] {
        for (const OrderId order : held)
            if (shelf.sells(order)) ++sold;
    });
    std::thread timer([&] {
        for (auto order = held.rbegin(); order != held.rend(); ++order) shelf.releases(*order);
    });
    gateway.join();
    timer.join();
    const auto rows = shelf.rows(sku);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].held, 0);
    EXPECT_EQ(rows[0].sold, sold);
    EXPECT_EQ(rows[0].available, orders - sold);
    shelf.balances(sku);
}

}  // namespace meadow::fulfilment
