// What fulfilment tells the street.
#pragma once
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::fulfilment {

struct ParcelShipped {
    static constexpr std::string_view kind = "fulfilment.parcel_shipped";
    ShopId shop;
    OrderId order;
    ParcelId parcel;
    UserId buyer;
    std::string carrier;
    std::string waybill;
    bool last = false;         // with it everything of the order is on its way
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ParcelShipped, (), (shop, order, parcel, buyer, carrier, waybill, last, at))

struct ParcelDelivered {
    static constexpr std::string_view kind = "fulfilment.parcel_delivered";
    ShopId shop;
    OrderId order;
    ParcelId parcel;
    UserId buyer;
    bool last = false;         // with it everything of the order has arrived
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ParcelDelivered, (), (shop, order, parcel, buyer, last, at))

// Pieces became available or ran out: heard by caches that show "sold out".
struct StockTurned {
    static constexpr std::string_view kind = "fulfilment.stock_turned";
    ShopId shop;
    SkuId sku;
    bool available = false;
};
BOOST_DESCRIBE_STRUCT(StockTurned, (), (shop, sku, available))

}  // namespace meadow::fulfilment
