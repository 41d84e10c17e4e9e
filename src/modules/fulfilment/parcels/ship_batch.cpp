#include "modules/fulfilment/parcels/ship_batch.hpp"

#include "base/json.hpp"
#include "jobs/apart.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/parcels/ship_order.hpp"
#include "modules/fulfilment/refusals.hpp"

namespace meadow::fulfilment {
namespace {

Result<ShipOrder> read_row(ShopId shop, const std::vector<std::string>& cells)
{
    ShipOrder wish;
    wish.shop = shop;
    std::string wrong = read_scalar(cells[0], describe<OrderId>(), &wish.order);
    if (wrong.empty()) wrong = read_scalar(cells[1], describe<CarrierName>(), &wish.carrier);
    if (wrong.empty()) wrong = read_scalar(cells[2], describe<Waybill>(), &wish.waybill);
    if (!wrong.empty()) return refuse(bad_input, wrong);
    return wish;
}

}  // namespace

Result<Batch> prepare_ship_batch(ReadCtx&, const ShipBatch& in) { return lang::read_batch(in.file, not_a_batch, {"order", "carrier", "waybill"}, {}); }

Result<BatchReport> ship_batch(WriteCtx& ctx, const ShipBatch& in, const Batch& batch)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    return lang::try_each(batch, [&](const lang::BatchRow& row) -> Done {
        const ShipOrder wish = TRY(read_row(in.shop, row.cells));
        TRY(jobs::apart(ctx, [&](WriteCtx& part) { return ship_order(part, wish); }));
        return done();
    });
}

}  // namespace meadow::fulfilment
