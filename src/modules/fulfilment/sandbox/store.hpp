// The sandbox carrier's own books. Home: the waybill.
#pragma once
#include <vector>

#include "db/tx.hpp"
#include "modules/fulfilment/tracking/model.hpp"

namespace meadow::fulfilment::sandbox::store {

// False when it was handed in before.
bool hand_in(db::Tx&, std::string_view waybill, Instant now);
bool was_handed_in(db::ReadTx&, std::string_view waybill);
struct HandedIn {
    std::string waybill;
    Instant handed_in_at;
    std::int64_t scans = 0;
};
BOOST_DESCRIBE_STRUCT(HandedIn, (), (waybill, handed_in_at, scans))
std::vector<HandedIn> newest_waybills(db::ReadTx&, std::int64_t limit);
struct Station {
    std::int64_t step = 0;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Station, (), (step, at))
bool note_station(db::Tx&, std::string_view waybill, const Station&);
// The latest first.
std::vector<Station> stations(db::ReadTx&, std::string_view waybill);

}  // namespace meadow::fulfilment::sandbox::store
