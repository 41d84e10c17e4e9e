// fulfilment_slips, fulfilment_slip_lines, fulfilment_slip_moves, fulfilment_parcels, fulfilment_parcel_lines. Home: the shop.
#pragma once
#include <optional>
#include <vector>

#include "db/tx.hpp"
#include "jobs/context.hpp"
#include "modules/fulfilment/parcels/model.hpp"

namespace meadow::fulfilment::store {

// False when there is one already.
bool insert_slip(db::Tx&, ShopId, const Slip&);
// Writes onto a cancelled one that was put there without pieces, to keep its place.
bool fill_slip(db::Tx&, ShopId, const Slip&);
void add_slip_line(db::Tx&, ShopId, OrderId, const SlipLine&);
std::optional<Slip> find_slip(db::ReadTx&, ShopId, OrderId);
std::vector<SlipLine> slip_lines(db::ReadTx&, ShopId, OrderId);
// Newest order first.
std::vector<Slip> open_slips(db::ReadTx&, ShopId, std::int64_t before, std::int64_t limit);

// Only while nothing has left. True also when it was cancelled before.
bool cancel_slip(db::Tx&, ShopId, OrderId);
// What has left has left; nothing more does.
bool close_slip(db::Tx&, ShopId, OrderId);
void note_slip_move(db::Tx&, ShopId, OrderId, SlipState, UserId who, Instant at);

// Takes pieces of a line for a parcel; false when there are not as many left to ship.
bool take_line(db::Tx&, ShopId, OrderId, SkuId, std::int64_t count);
// Counts a parcel of so many pieces on its slip. Nothing when the slip is not open or has its `most` parcels.
std::optional<Slip> count_parcel(db::Tx&, ShopId, OrderId, std::int64_t pieces, std::int64_t most);
std::optional<Slip> count_delivered(db::Tx&, ShopId, OrderId, std::int64_t pieces);

void insert_parcel(db::Tx&, ShopId, const Parcel&);
void insert_parcel_line(db::Tx&, ShopId, ParcelId, const ParcelLine&);
std::optional<Parcel> find_parcel(db::ReadTx&, ShopId, ParcelId);
std::vector<Parcel> parcels_of(db::ReadTx&, ShopId, OrderId);
std::vector<ParcelLine> parcel_lines(db::ReadTx&, ShopId, ParcelId);
// From whichever state may go there. False when none may: it is there already, or has come further.
bool move_parcel(db::Tx&, ShopId, ParcelId, ParcelState to);
void note_parcel_move(db::Tx&, ShopId, ParcelId, std::int64_t number, ParcelState, UserId who, Instant at);
// Once in its life, and while it is on its way.
bool correct_waybill(db::Tx&, ShopId, const Parcel&);

}  // namespace meadow::fulfilment::store
