#pragma once
#include "jobs/context.hpp"
#include "text/batch.hpp"

namespace meadow::fulfilment {

struct ShipBatch {
    ShopId shop;
    Upload file;               // CSV with the columns order, carrier, waybill; each row ships what has not left yet
};
BOOST_DESCRIBE_STRUCT(ShipBatch, (), (shop, file))

using lang::Batch;
using lang::BatchReport;

Result<Batch> prepare_ship_batch(ReadCtx&, const ShipBatch&);
// One bad row hurts no other.
Result<BatchReport> ship_batch(WriteCtx&, const ShipBatch&, const Batch&);

}  // namespace meadow::fulfilment
