#pragma once
#include "jobs/context.hpp"
#include "modules/fulfilment/parcels/model.hpp"

namespace meadow::fulfilment {

// DOMAIN §3.8: at most 15 parcels an order.
inline const Setting<std::int64_t> most_parcels{"fulfilment.most_parcels", 15, "Parcels of one order"};

using CarrierName = Text<1, 40>;
using Waybill = Text<4, 40>;

struct PackedLine {
    SkuId sku;
    Whole<1, 100'000> count;
};
BOOST_DESCRIBE_STRUCT(PackedLine, (), (sku, count))

struct ShipOrder {
    ShopId shop;
    OrderId order;
    CarrierName carrier;       // a carrier nobody here knows is fine: the buyer's word then ends the parcel's way
    Waybill waybill;
    std::optional<List<PackedLine, 200, 1>> lines;   // absent: everything that has not left yet
};
BOOST_DESCRIBE_STRUCT(ShipOrder, (), (shop, order, carrier, waybill, lines))

// A parcel of the order leaves. Never more than was ordered, never after a refund.
Result<Parcel> ship_order(WriteCtx&, const ShipOrder&);

}  // namespace meadow::fulfilment
