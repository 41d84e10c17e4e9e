// From packing slip to doorstep: open_slip, ship_order, ship_batch, read_batch, show_parcels, correct_parcel, track_parcel,
// hear_carrier, sign_event and the sandbox carrier.
#include "modules/fulfilment/parcels/ship_order.hpp"

#include "modules/catalog/events.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/parcels/store.hpp"
#include "modules/fulfilment/tracking/store.hpp"
#include "modules/trading/events.hpp"
#include "support/town.hpp"

namespace meadow::fulfilment {
namespace {

// A shop with paid orders; what trading would tell is told here.
struct Depot {
    Town town;
    Person lin = town.person("lin"), ada = town.person("ada");
    std::string shop_text = lin.post("/v1/shops", R"({"name":"Lin's","intro":"","city":"上海"})").is(201).text("/id");
    ShopId shop{*parse_id(ShopId::prefix(), shop_text)};
    UserId buyer{*parse_id(UserId::prefix(), ada.id())};
    SkuId red{town.world().ids.next()}, blue{town.world().ids.next()};

    template <class News>
    void tell(const News& news)
    {
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) { return ctx.tell(news), true; });
        town.settles();
    }
    void tells_of_payment(OrderId order, std::int64_t reds, std::int64_t blues)
    {
        tell(trading::OrderPaid{shop, order, buyer, yuan(99), {{ProductId{1}, red, reds, yuan(50), {}, {}}, {ProductId{2}, blue, blues, yuan(49), {}, {}}}, town.now()});
    }
    OrderId paid_order(std::int64_t reds, std::int64_t blues)
    {
        const OrderId order{town.world().ids.next()};
        tells_of_payment(order, reds, blues);
        return order;
    }
    std::string parcels(OrderId order) { return "/v1/shops/" + shop_text + "/orders/" + text(order) + "/parcels"; }
    Answer ships(OrderId order, const std::string& waybill, const std::string& carrier = "sandbox", const std::string& lines = "")
    {
        return lin.post(parcels(order), R"({"carrier":")" + carrier + R"(","waybill":")" + waybill + R"(")" + (lines.empty() ? "" : R"(,"lines":)" + lines) + "}");
    }
    std::string line(SkuId sku, int count) { return R"([{"sku":")" + text(sku) + R"(","count":)" + std::to_string(count) + "}]"; }
    std::vector<std::string> heard(std::string_view kind)
    {
        std::vector<std::string> out;
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
            for (const jobs::News& news : jobs::store::news_after(ctx.tx, {}, 1000))
                if (news.kind == kind) out.push_back(news.body);
        });
        return out;
    }
    Answer pushes(const std::string& waybill, const Scan& scan, std::string secret = "")
    {
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
            if (secret.empty()) secret = store::carrier_secret(ctx.tx, "sandbox").value_or("");
        });
        const std::string body = to_json(CarrierEvent{waybill, scan});
        return town.guest().upload("/v1/carriers/sandbox/events?signature=" + sign_event(secret, body), "application/json", body);
    }
};

}  // namespace

TEST(ParcelState, every_state_is_reached_and_the_ends_are_ends)
{
    for (const ParcelState state : {ParcelState::in_transit, ParcelState::delivered, ParcelState::lost, ParcelState::returned}) {
        bool reached = false;
        for (const ParcelStep step : parcel_steps) reached = reached || step.to == state;
        EXPECT_TRUE(reached) << name_of(state);
    }
    for (const ParcelStep step : parcel_steps) EXPECT_TRUE(step.from != ParcelState::delivered && step.from != ParcelState::returned);
}

TEST(ShipOrder, a_paid_order_leaves_in_two_parcels_and_never_more_than_was_ordered)
{
    Depot depot;
    const OrderId order = depot.paid_order(2, 1);
    depot.lin.get("/v1/shops/" + depot.shop_text + "/packing-slips").is(200).counts("/items", 1).says("/items/0/pieces", 3);
    depot.ships(order, "SB0001", "sandbox", depot.line(depot.red, 3)).is_refused("fulfilment.ships_too_much");
    depot.ships(order, "SB0001", "sandbox", depot.line(depot.red, 1)).is(201).says("/state", "shipped");
    depot.ships(order, "SB0001", "sandbox", depot.line(depot.red, 1)).is_refused("fulfilment.waybill_taken");
    depot.ships(order, "SB0002").is(201).says("/pieces", 2);
    depot.ships(order, "SB0003").is_refused("fulfilment.not_shippable");
    depot.ada.get(depot.parcels(order)).is(200).says("/state", "shipped").counts("/parcels", 2).says("/parcels/1/waybill", "SB0002");
    depot.lin.get("/v1/shops/" + depot.shop_text + "/packing-slips").is(200).counts("/items", 0);
    const auto news = depot.heard(ParcelShipped::kind);
    ASSERT_EQ(news.size(), 2u);
    EXPECT_NE(news[0].find("\"last\":false"), std::string::npos);
    EXPECT_NE(news[1].find("\"last\":true"), std::string::npos);
}

TEST(ShipOrder, strangers_neither_ship_nor_see)
{
    Depot depot;
    const OrderId order = depot.paid_order(1, 1);
    auto eve = depot.town.person("eve");
    eve.post(depot.parcels(order), R"({"carrier":"sandbox","waybill":"SB0001"})").is_refused("base.not_found");
    depot.ada.post(depot.parcels(order), R"({"carrier":"sandbox","waybill":"SB0001"})").is_refused("base.not_found");
    eve.get(depot.parcels(order)).is_refused("base.not_found");
    depot.lin.post(depot.parcels(OrderId{77}), R"({"carrier":"sandbox","waybill":"SB0001"})").is_refused("base.not_found");
}

TEST(ShipOrder, what_is_paid_back_or_cancelled_does_not_leave)
{
    Depot depot;
    const OrderId refunded = depot.paid_order(1, 1), half = depot.paid_order(1, 1), returned = depot.paid_order(1, 1);
    depot.tell(trading::OrderRefunded{depot.shop, refunded, depot.buyer, yuan(99), false, false, depot.town.now()});
    depot.ships(refunded, "SB0001").is_refused("fulfilment.not_shippable");

    depot.ships(half, "SB0002", "sandbox", depot.line(depot.red, 1)).is(201);
    depot.tell(trading::OrderRefunded{depot.shop, half, depot.buyer, yuan(99), false, true, depot.town.now()});
    depot.ships(half, "SB0003").is_refused("fulfilment.not_shippable");

    // The refund itself closes the slip, before anybody hears of it.
    jobs::write_in_lane(depot.town.world(), {}, 0, [&](WriteCtx& ctx) {
        EXPECT_FALSE(return_stock(ctx, depot.shop, half)) << "a part has left";
        EXPECT_TRUE(return_stock(ctx, depot.shop, returned));
        return true;
    });
    depot.ships(returned, "SB0004").is_refused("fulfilment.not_shippable");
}

TEST(ShipOrder, what_is_paid_back_before_its_slip_is_opened_does_not_leave_either)
{
    Depot depot;
    const OrderId order{depot.town.world().ids.next()};
    jobs::write_in_lane(depot.town.world(), {}, 0, [&](WriteCtx& ctx) { return return_stock(ctx, depot.shop, order); });
    depot.tells_of_payment(order, 1, 1);
    depot.ships(order, "SB0001").is_refused("fulfilment.not_shippable");
    jobs::read_now(depot.town.world(), {}, [&](ReadCtx& ctx) {
        const auto slip = store::find_slip(ctx.tx, depot.shop, order);
        ASSERT_TRUE(slip);
        EXPECT_EQ(slip->state, SlipState::cancelled);
        EXPECT_EQ(slip->pieces, 2);
        EXPECT_EQ(store::slip_lines(ctx.tx, depot.shop, order).size(), 2u);
    });
}

TEST(ShipOrder, an_order_has_fifteen_parcels_at_most)
{
    Depot depot;
    const OrderId order = depot.paid_order(20, 1);
    for (int i = 0; i < 15; ++i) depot.ships(order, "SB00" + std::to_string(10 + i), "sandbox", depot.line(depot.red, 1)).is(201);
    depot.ships(order, "SB0099", "sandbox", depot.line(depot.red, 1)).is_refused("fulfilment.parcels_too_many");
}

TEST(ShipBatch, ships_every_good_row_and_names_the_bad_ones)
{
    Depot depot;
    const OrderId one = depot.paid_order(1, 1), two = depot.paid_order(1, 1);
    const std::string csv = "waybill,order,carrier,remark\r\nSB0001," + text(one) + ",sandbox,\r\nSB0001," + text(two) + ",sandbox,same number\r\n" +
                            "SB0003,nonsense,sandbox,\r\nSB0004," + text(two) + ",马车,\r\n";
    const auto report = depot.lin.upload("/v1/shops/" + depot.shop_text + "/parcels.csv", "text/csv", csv).is(200);
    report.says("/done", 2).counts("/rejected", 2);
    depot.ada.get(depot.parcels(one)).says("/parcels/0/waybill", "SB0001");
    depot.ada.get(depot.parcels(two)).counts("/parcels", 1).says("/parcels/0/carrier", "马车").says("/parcels/0/tracked", "false");
    depot.lin.upload("/v1/shops/" + depot.shop_text + "/parcels.csv", "text/csv", "order,waybill\r\n").is_refused("fulfilment.not_a_batch");
    depot.ada.upload("/v1/shops/" + depot.shop_text + "/parcels.csv", "text/csv", csv).is_refused("base.not_found");
}

// The sandbox tells late, twice, out of order or never. Whatever it does, the parcel arrives once and the way is complete.
TEST(Tracking, every_parcel_arrives_once_whatever_the_carrier_tells)
{
    Depot depot;
    std::vector<OrderId> orders;
    for (int i = 0; i < 12; ++i) {
        orders.push_back(depot.paid_order(1, 1));
        depot.ships(orders.back(), "SB00" + std::to_string(10 + i)).is(201);
    }
    for (int hours = 0; hours < 24; ++hours) depot.town.wait(1h);
    for (const OrderId order : orders) {
        const auto view = depot.ada.get(depot.parcels(order)).is(200).says("/parcels/0/state", "delivered").counts("/parcels/0/scans", 5);
        view.says("/parcels/0/scans/0/scan", "s4").says("/parcels/0/scans/4/scan", "s0");
    }
    const auto news = depot.heard(ParcelDelivered::kind);
    EXPECT_EQ(news.size(), orders.size());
    for (const std::string& body : news) EXPECT_NE(body.find("\"last\":true"), std::string::npos);
}

TEST(Tracking, a_forged_message_is_refused_and_a_replayed_one_changes_nothing)
{
    Depot depot;
    const OrderId order = depot.paid_order(1, 1);
    depot.ships(order, "SB0001").is(201);
    depot.town.settles();
    const Scan arrived{"x9", ParcelState::delivered, "家", "已签收", depot.town.now()};
    depot.pushes("SB0001", arrived, "not the secret").is(401).is_refused("fulfilment.forged");
    depot.ada.get(depot.parcels(order)).says("/parcels/0/state", "shipped");
    for (int time = 0; time < 3; ++time) depot.pushes("SB0001", arrived).is(204);
    depot.pushes("SB0001", {"x1", ParcelState::in_transit, "路上", "运输中", depot.town.now() - 1h}).is(204);
    depot.ada.get(depot.parcels(order)).says("/parcels/0/state", "delivered").counts("/parcels/0/scans", 2).says("/parcels/0/scans/1/scan", "x1");
    depot.pushes("NOBODYS1", arrived).is(204);
    depot.town.settles();
    EXPECT_EQ(depot.heard(ParcelDelivered::kind).size(), 1u);
}

TEST(Tracking, a_parcel_of_an_unknown_carrier_is_ended_by_the_buyers_word)
{
    Depot depot;
    const OrderId by_hand = depot.paid_order(1, 1), by_time = depot.paid_order(1, 1);
    const std::string parcel = depot.ships(by_hand, "鸽子-1号", "pigeon").is(201).says("/carrier", "other").text("/id");
    depot.ships(by_time, "鸽子-2号", "pigeon").is(201);
    depot.lin.put("/v1/shops/" + depot.shop_text + "/parcels/" + parcel + "/receipt").is_refused("base.not_found");
    for (int tap = 0; tap < 2; ++tap) depot.ada.put("/v1/shops/" + depot.shop_text + "/parcels/" + parcel + "/receipt").is(204);
    depot.tell(trading::OrderCompleted{depot.shop, by_time, depot.buyer, {}, depot.town.now()});
    for (const OrderId order : {by_hand, by_time}) depot.ada.get(depot.parcels(order)).says("/parcels/0/state", "delivered");
    EXPECT_EQ(depot.heard(ParcelDelivered::kind).size(), 2u);
}

TEST(CorrectParcel, a_mistyped_waybill_is_put_right_once)
{
    Depot depot;
    const OrderId order = depot.paid_order(1, 1), other = depot.paid_order(1, 1);
    const std::string parcel = depot.ships(order, "SB000l").is(201).text("/id");
    depot.ships(other, "SB0002").is(201);
    const std::string address = "/v1/shops/" + depot.shop_text + "/parcels/" + parcel;
    depot.lin.patch(address, R"({"carrier":"sandbox","waybill":"SB0002"})").is_refused("fulfilment.waybill_taken");
    depot.lin.patch(address, R"({"carrier":"sandbox","waybill":"SB0001"})").is(204);
    depot.lin.patch(address, R"({"carrier":"sandbox","waybill":"SB0003"})").is_refused("fulfilment.corrected_before");
    depot.ada.get(depot.parcels(order)).says("/parcels/0/waybill", "SB0001");
    depot.ships(depot.paid_order(1, 1), "SB000l").is(201);
}

}  // namespace meadow::fulfilment
