// The bell of a buyer: what happens to their orders without them.
#pragma once
#include "jobs/context.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/trading/events.hpp"

namespace meadow::trading {

// Each tells once for an order ("refund_closed": once for a refund); it is about "SHOP/ORDER", which together find an order.
Done tell_paid(WriteCtx&, const OrderPaid&);
Done tell_shipped(WriteCtx&, const fulfilment::ParcelShipped&);       // with the last parcel
Done tell_delivered(WriteCtx&, const fulfilment::ParcelDelivered&);   // with the last parcel
Done tell_refunded(WriteCtx&, const OrderRefunded&);
Done tell_refund_closed(WriteCtx&, const RefundClosed&);

}  // namespace meadow::trading
