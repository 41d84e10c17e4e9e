#include "modules/fulfilment/parcels/store.hpp"

#include "modules/fulfilment/fulfilment.hpp"

namespace meadow::fulfilment {

bool anything_shipped(db::ReadTx& tx, ShopId shop, OrderId order)
{
    const auto slip = store::find_slip(tx, shop, order);
    return slip && slip->shipped > 0;
}

namespace store {

const db::Sql insert_slip_sql{"fulfilment.insert_slip", R"sql(
    INSERT INTO fulfilment_slips (shop_id, order_id, buyer_id, state, pieces, shipped, delivered, parcels, opened_at)
    VALUES ($1, $2, $3, $4, $5, 0, 0, 0, $6) ON CONFLICT (shop_id, order_id) DO NOTHING)sql"};
bool insert_slip(db::Tx& tx, ShopId shop, const Slip& s)
{
    return tx.exec(insert_slip_sql, shop, s.order, s.buyer, s.state, s.pieces, s.opened_at) == 1;
}

const db::Sql fill_slip_sql{"fulfilment.fill_slip", R"sql(
    UPDATE fulfilment_slips SET buyer_id = $3, pieces = $4, opened_at = $5
     WHERE shop_id = $1 AND order_id = $2 AND state = 'cancelled' AND pieces = 0)sql"};
bool fill_slip(db::Tx& tx, ShopId shop, const Slip& s)
{
    return tx.exec(fill_slip_sql, shop, s.order, s.buyer, s.pieces, s.opened_at) == 1;
}

const db::Sql insert_slip_line{"fulfilment.insert_slip_line", R"sql(
    INSERT INTO fulfilment_slip_lines (shop_id, order_id, sku_id, product_id, ordered, shipped) VALUES ($1, $2, $3, $4, $5, 0)
    ON CONFLICT (shop_id, order_id, sku_id) DO UPDATE SET ordered = fulfilment_slip_lines.ordered + excluded.ordered)sql"};
void add_slip_line(db::Tx& tx, ShopId shop, OrderId order, const SlipLine& l) { tx.put(insert_slip_line, shop, order, l.sku, l.product, l.ordered); }

const db::Sql select_slip{"fulfilment.select_slip", R"sql(
    SELECT order_id, buyer_id, state, pieces, shipped, delivered, parcels, opened_at FROM fulfilment_slips WHERE shop_id = $1 AND order_id = $2)sql"};
std::optional<Slip> find_slip(db::ReadTx& tx, ShopId shop, OrderId order) { return tx.one<Slip>(select_slip, shop, order); }

const db::Sql select_slip_lines{"fulfilment.select_slip_lines", R"sql(
    SELECT product_id, sku_id, ordered, shipped FROM fulfilment_slip_lines WHERE shop_id = $1 AND order_id = $2 ORDER BY sku_id)sql"};
std::vector<SlipLine> slip_lines(db::ReadTx& tx, ShopId shop, OrderId order) { return tx.all<SlipLine>(select_slip_lines, shop, order); }

const db::Sql select_open_slips{"fulfilment.select_open_slips", R"sql(
    SELECT order_id, buyer_id, state, pieces, shipped, delivered, parcels, opened_at FROM fulfilment_slips
     WHERE shop_id = $1 AND order_id < $2 AND state = 'open' ORDER BY order_id DESC LIMIT $3)sql"};
std::vector<Slip> open_slips(db::ReadTx& tx, ShopId shop, std::int64_t before, std::int64_t limit)
{
    return tx.all<Slip>(select_open_slips, shop, before, limit);
}

const db::Sql cancel_slip_sql{"fulfilment.cancel_slip", R"sql(
    UPDATE fulfilment_slips SET state = 'cancelled' WHERE shop_id = $1 AND order_id = $2 AND state IN ('open', 'cancelled') AND shipped = 0)sql"};
bool cancel_slip(db::Tx& tx, ShopId shop, OrderId order) { return tx.exec(cancel_slip_sql, shop, order) == 1; }

const db::Sql close_slip_sql{"fulfilment.close_slip", R"sql(
    UPDATE fulfilment_slips SET state = 'cancelled' WHERE shop_id = $1 AND order_id = $2 AND state = 'open')sql"};
bool close_slip(db::Tx& tx, ShopId shop, OrderId order) { return tx.exec(close_slip_sql, shop, order) == 1; }

const db::Sql insert_slip_move{"fulfilment.insert_slip_move", R"sql(
    INSERT INTO fulfilment_slip_moves (shop_id, order_id, state, who_id, at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (shop_id, order_id, state) DO NOTHING)sql"};
void note_slip_move(db::Tx& tx, ShopId shop, OrderId order, SlipState state, UserId who, Instant at)
{
    tx.put(insert_slip_move, shop, order, state, who, at);
}

const db::Sql take_line_sql{"fulfilment.take_slip_line", R"sql(
    UPDATE fulfilment_slip_lines SET shipped = shipped + $4
     WHERE shop_id = $1 AND order_id = $2 AND sku_id = $3 AND shipped + $4 <= ordered)sql"};
bool take_line(db::Tx& tx, ShopId shop, OrderId order, SkuId sku, std::int64_t count) { return tx.exec(take_line_sql, shop, order, sku, count) == 1; }

const db::Sql count_parcel_sql{"fulfilment.count_parcel", R"sql(
    UPDATE fulfilment_slips SET shipped = shipped + $3, parcels = parcels + 1,
           state = CASE WHEN shipped + $3 = pieces THEN 'shipped' ELSE 'open' END
     WHERE shop_id = $1 AND order_id = $2 AND state = 'open' AND shipped + $3 <= pieces AND parcels < $4
 RETURNING order_id, buyer_id, state, pieces, shipped, delivered, parcels, opened_at)sql"};
std::optional<Slip> count_parcel(db::Tx& tx, ShopId shop, OrderId order, std::int64_t pieces, std::int64_t most)
{
    return tx.one<Slip>(count_parcel_sql, shop, order, pieces, most);
}

const db::Sql count_delivered_sql{"fulfilment.count_delivered", R"sql(
    UPDATE fulfilment_slips SET delivered = delivered + $3 WHERE shop_id = $1 AND order_id = $2
 RETURNING order_id, buyer_id, state, pieces, shipped, delivered, parcels, opened_at)sql"};
std::optional<Slip> count_delivered(db::Tx& tx, ShopId shop, OrderId order, std::int64_t pieces)
{
    return tx.one<Slip>(count_delivered_sql, shop, order, pieces);
}

const db::Sql insert_parcel_sql{"fulfilment.insert_parcel", R"sql(
    INSERT INTO fulfilment_parcels (shop_id, parcel_id, order_id, buyer_id, state, carrier, carrier_name, waybill, pieces, corrections, shipped_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10))sql"};
void insert_parcel(db::Tx& tx, ShopId shop, const Parcel& p)
{
    tx.put(insert_parcel_sql, shop, p.id, p.order, p.buyer, p.state, p.carrier, p.carrier_name, p.waybill, p.pieces, p.shipped_at);
}

const db::Sql insert_parcel_line_sql{"fulfilment.insert_parcel_line", R"sql(
    INSERT INTO fulfilment_parcel_lines (shop_id, parcel_id, sku_id, count) VALUES ($1, $2, $3, $4))sql"};
void insert_parcel_line(db::Tx& tx, ShopId shop, ParcelId parcel, const ParcelLine& l) { tx.put(insert_parcel_line_sql, shop, parcel, l.sku, l.count); }

const db::Sql select_parcel{"fulfilment.select_parcel", R"sql(
    SELECT parcel_id, order_id, buyer_id, state, carrier, carrier_name, waybill, pieces, corrections, shipped_at FROM fulfilment_parcels
     WHERE shop_id = $1 AND parcel_id = $2)sql"};
std::optional<Parcel> find_parcel(db::ReadTx& tx, ShopId shop, ParcelId parcel) { return tx.one<Parcel>(select_parcel, shop, parcel); }

const db::Sql select_parcels{"fulfilment.select_parcels", R"sql(
    SELECT parcel_id, order_id, buyer_id, state, carrier, carrier_name, waybill, pieces, corrections, shipped_at FROM fulfilment_parcels
     WHERE shop_id = $1 AND order_id = $2 ORDER BY parcel_id)sql"};
std::vector<Parcel> parcels_of(db::ReadTx& tx, ShopId shop, OrderId order) { return tx.all<Parcel>(select_parcels, shop, order); }

const db::Sql select_parcel_lines{"fulfilment.select_parcel_lines", R"sql(
    SELECT sku_id, count FROM fulfilment_parcel_lines WHERE shop_id = $1 AND parcel_id = $2 ORDER BY sku_id)sql"};
std::vector<ParcelLine> parcel_lines(db::ReadTx& tx, ShopId shop, ParcelId parcel) { return tx.all<ParcelLine>(select_parcel_lines, shop, parcel); }

const db::Sql move_parcel_sql{"fulfilment.move_parcel", R"sql(
    UPDATE fulfilment_parcels SET state = $4 WHERE shop_id = $1 AND parcel_id = $2 AND state = $3)sql"};
bool move_parcel(db::Tx& tx, ShopId shop, ParcelId parcel, ParcelState to)
{
    for (const ParcelStep step : parcel_steps)
        if (step.to == to && tx.exec(move_parcel_sql, shop, parcel, step.from, to) == 1) return true;
    return false;
}

const db::Sql insert_parcel_move{"fulfilment.insert_parcel_move", R"sql(
    INSERT INTO fulfilment_parcel_moves (shop_id, parcel_id, move_id, state, who_id, at) VALUES ($1, $2, $3, $4, $5, $6))sql"};
void note_parcel_move(db::Tx& tx, ShopId shop, ParcelId parcel, std::int64_t number, ParcelState state, UserId who, Instant at)
{
    tx.put(insert_parcel_move, shop, parcel, number, state, who, at);
}

const db::Sql correct_waybill_sql{"fulfilment.correct_waybill", R"sql(
    UPDATE fulfilment_parcels SET carrier = $3, carrier_name = $4, waybill = $5, corrections = corrections + 1
     WHERE shop_id = $1 AND parcel_id = $2 AND corrections = 0 AND state IN ('shipped', 'in_transit', 'lost'))sql"};
bool correct_waybill(db::Tx& tx, ShopId shop, const Parcel& p)
{
    return tx.exec(correct_waybill_sql, shop, p.id, p.carrier, p.carrier_name, p.waybill) == 1;
}

}  // namespace store
}  // namespace meadow::fulfilment
