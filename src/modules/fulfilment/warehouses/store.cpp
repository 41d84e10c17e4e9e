#include "modules/fulfilment/warehouses/store.hpp"

namespace meadow::fulfilment::store {

const db::Sql insert_warehouse_sql{"fulfilment.insert_warehouse", R"sql(
    INSERT INTO fulfilment_warehouses (shop_id, warehouse_id, name, type, rank, opened_at) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (shop_id, warehouse_id) DO NOTHING)sql"};
bool insert_warehouse(db::Tx& tx, ShopId shop, const Warehouse& w)
{
    return tx.exec(insert_warehouse_sql, shop, w.id, w.name, w.type, w.rank, w.opened_at) == 1;
}

const db::Sql select_warehouses{"fulfilment.select_warehouses", R"sql(
    SELECT warehouse_id, name, type, rank, opened_at FROM fulfilment_warehouses WHERE shop_id = $1 ORDER BY rank, warehouse_id)sql"};
std::vector<Warehouse> list_warehouses(db::ReadTx& tx, ShopId shop) { return tx.all<Warehouse>(select_warehouses, shop); }

}  // namespace meadow::fulfilment::store
