// The front door of fulfilment: stock. Home key: shop_id. Pieces move between three buckets, available → held → sold, only by
// conditional writes, and every move is entered in a journal.
#pragma once
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/asked.hpp"
#include "jobs/context.hpp"

namespace meadow::fulfilment {

struct SkuCount {
    SkuId sku;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(SkuCount, (), (sku, count))

// Takes the pieces out of `available` for an order that is not paid yet; all or nothing. Refuses fulfilment.sold_out (naming the
// SKUs in its fields as "/lines/<i>") or fulfilment.holds_too_many when the buyer would hold more unpaid pieces in this shop than
// the setting allows. SKUs must be distinct.
Done hold_stock(WriteCtx&, ShopId, OrderId, UserId buyer, const std::vector<SkuCount>&);
// Refuses fulfilment.sold_out as hold_stock would, by what is available. Promises nothing; spares a lane what is lost anyway.
Done could_hold(const std::vector<SkuCount>& available, const std::vector<SkuCount>& wanted);
// Gives back what an order holds. Safe to repeat.
void release_stock(WriteCtx&, ShopId, OrderId);
// The order is paid: held becomes sold. False when the hold is gone (it had expired and was released).
bool sell_stock(WriteCtx&, ShopId, OrderId);
// A sold order is refunded before it was shipped: sold becomes available again, and nobody can ship it any more. Safe to repeat.
// False when a parcel of it has left meanwhile: then nothing was returned.
bool return_stock(WriteCtx&, ShopId, OrderId);

// How many pieces can be bought now, over all warehouses; SKUs nobody ever stocked are absent.
std::vector<SkuCount> available_stock(db::ReadTx&, ShopId, const std::vector<SkuId>&);
db::Asked<SkuCount> ask_available_stock(db::ReadTx&, ShopId, const std::vector<SkuId>&);

// What an audit of all stock finds, one sentence each, at most 100: every bucket must hold what the journal moved into it, less what it
// moved out. Reads every move: for the command line, tests and the simulator.
std::vector<std::string> check_stock(db::ReadTx&);

// Whether a parcel of the order has left: decides which kind of refund it is.
bool anything_shipped(db::ReadTx&, ShopId, OrderId);

}  // namespace meadow::fulfilment
