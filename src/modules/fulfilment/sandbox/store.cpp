#include "modules/fulfilment/sandbox/store.hpp"

namespace meadow::fulfilment::sandbox::store {

const db::Sql insert_sandbox_waybill{"fulfilment.insert_sandbox_waybill", R"sql(
    INSERT INTO fulfilment_sandbox_waybills (waybill, handed_in_at) VALUES ($1, $2) ON CONFLICT (waybill) DO NOTHING)sql"};
bool hand_in(db::Tx& tx, std::string_view waybill, Instant now) { return tx.exec(insert_sandbox_waybill, waybill, now) == 1; }

const db::Sql select_waybill{"fulfilment.select_sandbox_waybill", "SELECT 1 FROM fulfilment_sandbox_waybills WHERE waybill = $1"};
bool was_handed_in(db::ReadTx& tx, std::string_view waybill) { return tx.one<std::int64_t>(select_waybill, waybill).has_value(); }

const db::Sql select_newest_waybills{"fulfilment.select_newest_waybills", R"sql(
    SELECT w.waybill, w.handed_in_at, (SELECT count(*) FROM fulfilment_sandbox_scans s WHERE s.waybill = w.waybill)
      FROM fulfilment_sandbox_waybills w ORDER BY w.handed_in_at DESC, w.waybill DESC LIMIT $1)sql"};
std::vector<HandedIn> newest_waybills(db::ReadTx& tx, std::int64_t limit) { return tx.all<HandedIn>(select_newest_waybills, limit); }

const db::Sql insert_station{"fulfilment.insert_sandbox_station", R"sql(
    INSERT INTO fulfilment_sandbox_scans (waybill, step, at) VALUES ($1, $2, $3) ON CONFLICT (waybill, step) DO NOTHING)sql"};
bool note_station(db::Tx& tx, std::string_view waybill, const Station& station) { return tx.exec(insert_station, waybill, station.step, station.at) == 1; }

const db::Sql select_stations{"fulfilment.select_sandbox_stations", R"sql(
    SELECT step, at FROM fulfilment_sandbox_scans WHERE waybill = $1 ORDER BY step DESC)sql"};
std::vector<Station> stations(db::ReadTx& tx, std::string_view waybill) { return tx.all<Station>(select_stations, waybill); }

}  // namespace meadow::fulfilment::sandbox::store
