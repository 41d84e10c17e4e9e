#include "modules/fulfilment/parcels/store.hpp"

#include "modules/fulfilment/fulfilment.hpp"

namespace meadow::fulfilment {

bool anything_shipped(db::ReadTx& tx, ShopId shop, OrderId order)
{
    const auto slip = store::find_slip(tx, shop, order);
    return slip && slip->shipped > 0;
}

namespace store {

const db::Sql select_slip{"fulfilment.select_slip", R"sql(
    SELECT order_id, buyer_id, state, pieces, shipped, delivered, parcels, opened_at FROM fulfilment_slips WHERE shop_id = $1 AND order_id = $2)sql"};
std::optional<Slip> find_slip(db::ReadTx& tx, ShopId shop, OrderId order) { return tx.one<Slip>(select_slip, shop, order); }

const db::Sql cancel_slip_sql{"fulfilment.cancel_slip", R"sql(
    UPDATE fulfilment_slips SET state = 'cancelled' WHERE shop_id = $1 AND order_id = $2 AND state IN ('open', 'cancelled') AND shipped = 0)sql"};
bool cancel_slip(db::Tx& tx, ShopId shop, OrderId order) { return tx.exec(cancel_slip_sql, shop, order) == 1; }

}  // namespace store
}  // namespace meadow::fulfilment
