#pragma once
#include "modules/fulfilment/parcels/ship_order.hpp"

namespace meadow::fulfilment {

struct CorrectParcel {
    ShopId shop;
    ParcelId parcel;
    CarrierName carrier;
    Waybill waybill;
};
BOOST_DESCRIBE_STRUCT(CorrectParcel, (), (shop, parcel, carrier, waybill))

// A mistyped waybill is put right, once.
Done correct_parcel(WriteCtx&, const CorrectParcel&);

struct ConfirmParcel {
    ShopId shop;
    ParcelId parcel;
};
BOOST_DESCRIBE_STRUCT(ConfirmParcel, (), (shop, parcel))

// The buyer has it in hand, whatever the carrier says or never said.
Done confirm_parcel(WriteCtx&, const ConfirmParcel&);

}  // namespace meadow::fulfilment
