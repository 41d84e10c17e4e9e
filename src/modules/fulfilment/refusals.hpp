// Every "no" of fulfilment.
#pragma once
#include "base/refusal.hpp"

namespace meadow::fulfilment {

inline const RefusalKind sold_out{"fulfilment.sold_out", 409, "There are not enough pieces left"};
inline const RefusalKind holds_too_many{"fulfilment.holds_too_many", 409, "You hold as many unpaid pieces as one person may"};
inline const RefusalKind stock_moved{"fulfilment.stock_moved", 409, "Pieces moved since this was counted"};
inline const RefusalKind warehouses_too_many{"fulfilment.warehouses_too_many", 409, "The shop has as many warehouses as it may"};
inline const RefusalKind ships_too_much{"fulfilment.ships_too_much", 409, "More would leave than was ordered"};
inline const RefusalKind not_shippable{"fulfilment.not_shippable", 409, "Nothing of this order may leave any more"};
inline const RefusalKind parcels_too_many{"fulfilment.parcels_too_many", 409, "The order has as many parcels as it may"};
inline const RefusalKind waybill_taken{"fulfilment.waybill_taken", 409, "Another parcel has this waybill"};
inline const RefusalKind corrected_before{"fulfilment.corrected_before", 409, "The waybill was corrected before, or the parcel has arrived"};
inline const RefusalKind forged{"fulfilment.forged", 401, "The signature does not fit the message"};
inline const RefusalKind not_a_batch{"fulfilment.not_a_batch", 422, "This is not a CSV file as it is needed here"};

}  // namespace meadow::fulfilment
