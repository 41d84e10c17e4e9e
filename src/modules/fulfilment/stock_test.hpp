// A shop with a shelf, for the tests of stock: the real verbs in a real lane, and an auditor who never believes them.
#pragma once
#include "modules/catalog/events.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/stock/store.hpp"
#include "modules/fulfilment/warehouses/store.hpp"
#include "support/town.hpp"

namespace meadow::fulfilment::testing {

class Shelf {
public:
    explicit Shelf(std::vector<std::int64_t> counts = {}, Town* in = nullptr, ShopId of = {}) : own_(in ? nullptr : new Town), town(in ? *in : *own_)
    {
        shop = of ? of : next<ShopId>();
        if (!of) write([&](WriteCtx& ctx) { ctx.tell(catalog::ShopOpened{shop, next<UserId>()}); });
        for (const std::int64_t count : counts) add_sku(count);
        town.settles();
    }

    SkuId add_sku(std::int64_t count)
    {
        skus.push_back(next<SkuId>());
        write([&](WriteCtx& ctx) { ctx.tell(catalog::SkuAdded{shop, next<ProductId>(), skus.back(), count}); });
        return skus.back();
    }
    WarehouseId add_warehouse(std::int64_t rank)
    {
        const auto id = next<WarehouseId>();
        write([&](WriteCtx& ctx) { store::insert_warehouse(ctx.tx, shop, {id, "二号仓", WarehouseType::trade, rank, ctx.now}); });
        return id;
    }
    template <class SomeId>
    SomeId next() { return {town.world().ids.next()}; }

    void write(const std::function<void(WriteCtx&)>& verb)
    {
        jobs::write_in_lane(town.world(), {}, std::uint64_t(shop.value), [&](WriteCtx& ctx) { return verb(ctx), true; });
    }
    Done holds(OrderId order, UserId buyer, const std::vector<SkuCount>& wanted)
    {
        return jobs::write_now<Nothing>(town.world(), {}, std::uint64_t(shop.value),
                                        [&](WriteCtx& ctx) { return hold_stock(ctx, shop, order, buyer, wanted); });
    }
    void releases(OrderId order)
    {
        write([&](WriteCtx& ctx) { release_stock(ctx, shop, order); });
    }
    bool sells(OrderId order)
    {
        bool sold = false;
        write([&](WriteCtx& ctx) { sold = sell_stock(ctx, shop, order); });
        return sold;
    }
    bool returns(OrderId order)
    {
        bool returned = false;
        write([&](WriteCtx& ctx) { returned = return_stock(ctx, shop, order); });
        return returned;
    }
    std::int64_t available(SkuId sku)
    {
        std::int64_t out = -1;
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
            for (const SkuCount& row : available_stock(ctx.tx, shop, {sku})) out = row.count;
        });
        return out;
    }
    std::vector<Stock> rows(SkuId sku)
    {
        std::vector<Stock> out;
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { out = store::stock_of(ctx.tx, shop, sku); });
        return out;
    }
    // The buckets hold exactly what the journal says went in and did not come out.
    void balances(SkuId sku)
    {
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
            std::vector<StockMove> journal;
            for (auto page = store::journal(ctx.tx, shop, {}, 1000); !page.empty(); page = store::journal(ctx.tx, shop, page.back(), 1000))
                journal.insert(journal.end(), page.begin(), page.end());
            for (const Stock& row : store::stock_of(ctx.tx, shop, sku)) {
                std::int64_t sum[4] = {};
                for (const StockMove& m : journal) {
                    if (m.sku != sku || m.warehouse != row.warehouse) continue;
                    EXPECT_TRUE(may_go(m.from, m.to));
                    sum[int(m.from)] -= m.count;
                    sum[int(m.to)] += m.count;
                }
                EXPECT_EQ(row.available, sum[int(Bucket::available)]);
                EXPECT_EQ(row.held, sum[int(Bucket::held)]);
                EXPECT_EQ(row.sold, sum[int(Bucket::sold)]);
            }
        });
    }

private:
    std::unique_ptr<Town> own_;

public:
    Town& town;
    ShopId shop;
    std::vector<SkuId> skus;
};

}  // namespace meadow::fulfilment::testing
