#include "modules/fulfilment/parcels/ship_batch.hpp"

#include "base/json.hpp"
#include "jobs/apart.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/parcels/ship_order.hpp"
#include "modules/fulfilment/refusals.hpp"

namespace meadow::fulfilment {

Result<Batch> prepare_ship_batch(ReadCtx&, const ShipBatch& in) { return lang::read_batch(in.file, not_a_batch, {"order", "carrier", "waybill"}, {}); }

Result<BatchReport> ship_batch(WriteCtx& ctx, const ShipBatch& in, const Batch& batch)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    BatchReport report;
    report.rejected = batch.rejected;
    for (const lang::BatchRow& row : batch.rows) {
        ShipOrder wish;
        wish.shop = in.shop;
        std::string wrong = read_scalar(row.cells[0], describe<OrderId>(), &wish.order);
        if (wrong.empty()) wrong = read_scalar(row.cells[1], describe<CarrierName>(), &wish.carrier);
        if (wrong.empty()) wrong = read_scalar(row.cells[2], describe<Waybill>(), &wish.waybill);
        if (!wrong.empty()) {
            report.rejected.push_back(lang::rejected(row.line, refuse(bad_input, wrong)));
            continue;
        }
        const auto shipped = jobs::apart(ctx, [&](WriteCtx& part) { return ship_order(part, wish); });
        if (shipped.ok()) ++report.done;
        else report.rejected.push_back(lang::rejected(row.line, shipped.refusal()));
    }
    return report;
}

}  // namespace meadow::fulfilment
