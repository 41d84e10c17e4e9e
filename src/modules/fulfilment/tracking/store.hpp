// fulfilment_waybills and fulfilment_carrier_secrets (home: the carrier), fulfilment_scans (home: the shop).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "db/tx.hpp"
#include "modules/fulfilment/tracking/model.hpp"

namespace meadow::fulfilment::store {

struct WaybillHolder {
    ShopId shop;
    ParcelId parcel;
    std::int64_t open = 0;
};
BOOST_DESCRIBE_STRUCT(WaybillHolder, (), (shop, parcel, open))

// False when another parcel has the number.
bool claim_waybill(db::Tx&, std::string_view carrier, std::string_view waybill, ShopId, ParcelId);
void free_waybill(db::Tx&, std::string_view carrier, std::string_view waybill, ParcelId);
void close_waybill(db::Tx&, std::string_view carrier, std::string_view waybill);
std::optional<WaybillHolder> find_waybill(db::ReadTx&, std::string_view carrier, std::string_view waybill);

// False when it was told before.
bool insert_scan(db::Tx&, ShopId, ParcelId, const Scan&, Instant told_at);
// What happened last comes first.
std::vector<Scan> scans_of(db::ReadTx&, ShopId, ParcelId);

std::optional<std::string> carrier_secret(db::ReadTx&, std::string_view carrier);
// Keeps the one that is there.
void offer_carrier_secret(db::Tx&, std::string_view carrier, std::string_view secret);

}  // namespace meadow::fulfilment::store
