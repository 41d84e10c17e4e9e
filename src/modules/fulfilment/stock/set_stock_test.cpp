// The merchant's stock: set_stock, adjust_stock, limit_holds, show_stock, list_moves, set_stock_batch, export_stock, open_warehouse.
#include "modules/fulfilment/stock/set_stock.hpp"

#include "modules/fulfilment/stock_test.hpp"
#include "support/market.hpp"

namespace meadow::fulfilment {
namespace {

struct Counter {
    Town town;
    Person lin = town.person("lin");
    std::string shop_text = lin.post("/v1/shops", R"({"name":"Lin's","intro":"","city":"上海"})").is(201).text("/id");
    testing::Shelf shelf{{10}, &town, ShopId{*parse_id(ShopId::prefix(), shop_text)}};
    SkuId sku = shelf.skus[0];
    std::string stock = "/v1/shops/" + shop_text + "/stock";
    std::string here = stock + "/" + text(sku);

    Answer sets(int total, std::int64_t version) { return lin.put(here, R"({"total":)" + std::to_string(total) + R"(,"version":)" + std::to_string(version) + "}"); }
    Answer adjusts(int by) { return lin.post(here + "/adjustments", R"({"by":)" + std::to_string(by) + R"(,"why":"found behind the shelf"})"); }
};

}  // namespace

TEST(SetStock, what_was_counted_is_set_unless_an_order_came_in_between)
{
    Counter c;
    const auto version = c.lin.get(c.here).is(200).says("/0/available", 10).number("/0/version");
    ASSERT_TRUE(c.shelf.holds(c.shelf.next<OrderId>(), UserId{7}, {{c.sku, 2}}).ok());
    c.sets(12, version).is(409).is_refused("fulfilment.stock_moved");
    EXPECT_EQ(c.shelf.available(c.sku), 8);
    c.sets(12, version + 1).is(200).says("/available", 10).says("/held", 2);
    c.sets(1, version + 2).is_refused("fulfilment.stock_moved");
    c.sets(2, version + 2).is(200).says("/available", 0);
    c.shelf.balances(c.sku);
}

TEST(AdjustStock, adds_and_removes_whatever_moves_meanwhile_but_never_below_zero)
{
    Counter c;
    c.adjusts(+5).is(200).says("/available", 15);
    c.adjusts(-16).is_refused("fulfilment.sold_out");
    c.adjusts(-15).is(200).says("/available", 0);
    const auto first = c.lin.get("/v1/shops/" + c.shop_text + "/stock-moves?limit=2").is(200).counts("/items", 2);
    first.says("/items/0/to", "outside").says("/items/0/count", 15).says("/items/0/why", "found behind the shelf").says("/items/0/who", c.lin.id());
    c.lin.get("/v1/shops/" + c.shop_text + "/stock-moves?limit=2&cursor=" + first.text("/next")).is(200).counts("/items", 1).says("/items/0/why", "entered");
    c.lin.get("/v1/shops/" + c.shop_text + "/stock-moves?cursor=nonsense").is(422).faults("?cursor");
    c.shelf.balances(c.sku);
}

TEST(ListStock, calls_goods_by_their_names_and_finds_what_is_nearly_gone)
{
    Town town;
    auto lin = town.person("lin");
    const auto stall = ::meadow::testing::open_stall(lin, "Lin's", {{"红", yuan(99), 3}, {"粉", yuan(89), 40}});
    town.settles();
    const std::string stock = "/v1/shops/" + stall.shop + "/stock";
    lin.get(stock).is(200).counts("/items", 2);
    const auto low = lin.get(stock + "?below=4").is(200).counts("/items", 1);
    low.says("/items/0/sku", stall.skus[0]).says("/items/0/product", stall.product).says("/items/0/spec", "红").says("/items/0/available", 3);
    EXPECT_FALSE(low.text("/items/0/title").empty());
    lin.get("/v1/shops/" + stall.shop + "/stock-moves").is(200).says("/items/0/title", low.text("/items/0/title"));
}

TEST(LimitHolds, a_sku_in_demand_is_shared_out)
{
    Counter c;
    c.lin.put(c.here + "/hold-limit", R"({"most":1})").is(204);
    EXPECT_FALSE(c.shelf.holds(c.shelf.next<OrderId>(), UserId{7}, {{c.sku, 2}}).ok());
    EXPECT_TRUE(c.shelf.holds(c.shelf.next<OrderId>(), UserId{7}, {{c.sku, 1}}).ok());
}

TEST(OpenWarehouse, goods_lie_in_more_than_one_place)
{
    Counter c;
    const std::string bonded =
        c.lin.post("/v1/shops/" + c.shop_text + "/warehouses", R"({"name":"保税仓","type":"bonded","rank":5})").is(201).text("/id");
    c.lin.get("/v1/shops/" + c.shop_text + "/warehouses").is(200).counts("", 2).says("/0/type", "self").says("/1/name", "保税仓");
    c.lin.post(c.here + "/adjustments", R"({"warehouse":")" + bonded + R"(","by":3,"why":"arrived"})").is(200).says("/available", 3);
    c.lin.get(c.here).is(200).counts("", 2).says("/1/warehouse", bonded);
    c.lin.get(c.stock).is(200).counts("/items", 2);
    EXPECT_EQ(c.shelf.available(c.sku), 13);
    c.lin.post(c.here + "/adjustments", R"({"warehouse":"whs_0000000000001","by":3,"why":"arrived"})").is_refused("base.not_found");
}

TEST(SetStockBatch, a_file_that_was_sent_out_comes_back_changed)
{
    Counter c;
    const std::string csv = c.lin.get(c.stock + ".csv").is(200).response().body;
    EXPECT_NE(csv.find(text(c.sku)), std::string::npos);
    const std::string file = "sku,change,total,version\r\n" + text(c.sku) + ",5,,\r\n" + text(c.sku) + ",-99,,\r\n" + text(c.sku) + ",,3,1\r\nnonsense,1,,\r\n";
    const auto report = c.lin.upload(c.stock + ".csv", "text/csv", file).is(200).says("/done", 1).counts("/rejected", 3);
    report.says("/rejected/0/line", 3).says("/rejected/2/line", 5);
    EXPECT_EQ(c.shelf.available(c.sku), 15);
    c.shelf.balances(c.sku);
}

TEST(MerchantStock, is_nobody_elses_business)
{
    Counter c;
    auto eve = c.town.person("eve");
    eve.get(c.stock).is_refused("base.not_found");
    eve.get(c.stock + ".csv").is_refused("base.not_found");
    eve.put(c.here, R"({"total":0,"version":1})").is_refused("base.not_found");
    eve.post(c.here + "/adjustments", R"({"by":1,"why":"x"})").is_refused("base.not_found");
    eve.put(c.here + "/hold-limit", R"({"most":1})").is_refused("base.not_found");
    eve.post("/v1/shops/" + c.shop_text + "/warehouses", R"({"name":"x","type":"self","rank":0})").is_refused("base.not_found");
}

}  // namespace meadow::fulfilment
