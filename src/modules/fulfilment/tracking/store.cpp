#include "modules/fulfilment/tracking/store.hpp"

namespace meadow::fulfilment::store {

const db::Sql insert_waybill{"fulfilment.insert_waybill", R"sql(
    INSERT INTO fulfilment_waybills (carrier, waybill, shop_id, parcel_id, open) VALUES ($1, $2, $3, $4, 1)
    ON CONFLICT (carrier, waybill) DO NOTHING)sql"};
bool claim_waybill(db::Tx& tx, std::string_view carrier, std::string_view waybill, ShopId shop, ParcelId parcel)
{
    return tx.exec(insert_waybill, carrier, waybill, shop, parcel) == 1;
}

const db::Sql delete_waybill{"fulfilment.delete_waybill", "DELETE FROM fulfilment_waybills WHERE carrier = $1 AND waybill = $2 AND parcel_id = $3"};
void free_waybill(db::Tx& tx, std::string_view carrier, std::string_view waybill, ParcelId parcel) { tx.put(delete_waybill, carrier, waybill, parcel); }

const db::Sql close_waybill_sql{"fulfilment.close_waybill", "UPDATE fulfilment_waybills SET open = 0 WHERE carrier = $1 AND waybill = $2"};
void close_waybill(db::Tx& tx, std::string_view carrier, std::string_view waybill) { tx.put(close_waybill_sql, carrier, waybill); }

const db::Sql select_waybill{"fulfilment.select_waybill", R"sql(
    SELECT shop_id, parcel_id, open FROM fulfilment_waybills WHERE carrier = $1 AND waybill = $2)sql"};
std::optional<WaybillHolder> find_waybill(db::ReadTx& tx, std::string_view carrier, std::string_view waybill)
{
    return tx.one<WaybillHolder>(select_waybill, carrier, waybill);
}

const db::Sql insert_scan_sql{"fulfilment.insert_scan", R"sql(
    INSERT INTO fulfilment_scans (shop_id, parcel_id, scan, state, place, what, at, told_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (shop_id, parcel_id, scan) DO NOTHING)sql"};
bool insert_scan(db::Tx& tx, ShopId shop, ParcelId parcel, const Scan& s, Instant told_at)
{
    return tx.exec(insert_scan_sql, shop, parcel, s.scan, s.state, s.place, s.what, s.at, told_at) == 1;
}

const db::Sql select_scans{"fulfilment.select_scans", R"sql(
    SELECT scan, state, place, what, at FROM fulfilment_scans WHERE shop_id = $1 AND parcel_id = $2 ORDER BY at DESC, scan DESC LIMIT 200)sql"};
std::vector<Scan> scans_of(db::ReadTx& tx, ShopId shop, ParcelId parcel) { return tx.all<Scan>(select_scans, shop, parcel); }

const db::Sql select_secret{"fulfilment.select_carrier_secret", "SELECT secret FROM fulfilment_carrier_secrets WHERE carrier = $1"};
std::optional<std::string> carrier_secret(db::ReadTx& tx, std::string_view carrier) { return tx.one<std::string>(select_secret, carrier); }

const db::Sql insert_secret{"fulfilment.insert_carrier_secret", R"sql(
    INSERT INTO fulfilment_carrier_secrets (carrier, secret) VALUES ($1, $2) ON CONFLICT (carrier) DO NOTHING)sql"};
void offer_carrier_secret(db::Tx& tx, std::string_view carrier, std::string_view secret) { tx.put(insert_secret, carrier, secret); }

}  // namespace meadow::fulfilment::store
