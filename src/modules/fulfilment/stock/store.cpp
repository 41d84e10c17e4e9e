#include "modules/fulfilment/stock/store.hpp"

#include "modules/fulfilment/fulfilment.hpp"

namespace meadow::fulfilment {

const db::Sql select_available{"fulfilment.select_available", R"sql(
    SELECT sku_id, CAST(SUM(available) AS bigint) FROM fulfilment_stock WHERE shop_id = $1 AND sku_id IN @list($2) GROUP BY sku_id)sql"};
db::Asked<SkuCount> ask_available_stock(db::ReadTx& tx, ShopId shop, const std::vector<SkuId>& skus)
{
    return skus.empty() ? db::Asked<SkuCount>({}) : db::ask<SkuCount>(tx, select_available, shop, skus);
}

std::vector<SkuCount> available_stock(db::ReadTx& tx, ShopId shop, const std::vector<SkuId>& skus) { return ask_available_stock(tx, shop, skus).all(); }

namespace store {

// Chooses and takes in one statement: whoever finds the pieces gone changes no row, whatever was read before.
const db::Sql take_sql{"fulfilment.take_stock", R"sql(
    UPDATE fulfilment_stock SET available = available - $3, held = held + $3, version = version + 1
     WHERE shop_id = $1 AND sku_id = $2 AND available >= $3 AND warehouse_id = (
               SELECT warehouse_id FROM fulfilment_stock WHERE shop_id = $1 AND sku_id = $2 AND available >= $3
                ORDER BY rank, warehouse_id LIMIT 1)
 RETURNING warehouse_id, available, hold_limit)sql"};
// SQLite has no trip to save, and keeps what RETURNING gives in a table made for it each time, which costs more than the rest.
const db::Sql select_ample{"fulfilment.select_ample_stock.sqlite", R"sql(
    SELECT warehouse_id, available - $3, hold_limit FROM fulfilment_stock WHERE shop_id = $1 AND sku_id = $2 AND available >= $3
     ORDER BY rank, warehouse_id LIMIT 1)sql"};
const db::Sql take_ample_sql{"fulfilment.take_ample_stock.sqlite", R"sql(
    UPDATE fulfilment_stock SET available = available - $4, held = held + $4, version = version + 1
     WHERE shop_id = $1 AND sku_id = $2 AND warehouse_id = $3 AND available >= $4)sql"};
db::Asked<Taken> ask_take(db::Tx& tx, ShopId shop, SkuId sku, std::int64_t count)
{
    if (tx.engine() == db::Engine::postgres) return db::ask<Taken>(tx, take_sql, shop, sku, count);
    const auto ample = tx.one<Taken>(select_ample, shop, sku, count);
    if (!ample || tx.exec(take_ample_sql, shop, sku, ample->warehouse, count) != 1) return db::Asked<Taken>({});
    return db::Asked<Taken>({*ample});
}

const db::Sql take_from_sql{"fulfilment.take_stock_from", R"sql(
    UPDATE fulfilment_stock SET available = available - $4, held = held + $4, version = version + 1
     WHERE shop_id = $1 AND sku_id = $2 AND warehouse_id = $3 AND available >= $4
 RETURNING warehouse_id, available, hold_limit)sql"};
std::optional<Taken> take_from(db::Tx& tx, const StockKey& key, std::int64_t count)
{
    return tx.one<Taken>(take_from_sql, key.shop, key.sku, key.warehouse, count);
}

const db::Sql select_left{"fulfilment.select_left", R"sql(
    SELECT warehouse_id, available FROM fulfilment_stock WHERE shop_id = $1 AND sku_id = $2 AND available > 0 ORDER BY rank, warehouse_id)sql"};
std::vector<Left> left(db::ReadTx& tx, ShopId shop, SkuId sku) { return tx.all<Left>(select_left, shop, sku); }

std::int64_t left_in_all(db::ReadTx& tx, ShopId shop, SkuId sku)
{
    std::int64_t sum = 0;
    for (const Left& there : left(tx, shop, sku)) sum += there.available;
    return sum;
}

const db::Sql shift_sql{"fulfilment.shift_stock", R"sql(
    UPDATE fulfilment_stock SET available = available + $4, held = held + $5, sold = sold + $6, version = version + 1
     WHERE shop_id = $1 AND sku_id = $2 AND warehouse_id = $3)sql"};
void shift(db::Tx& tx, const StockKey& key, Bucket from, Bucket to, std::int64_t count)
{
    const auto change = [&](Bucket bucket) { return (to == bucket ? count : 0) - (from == bucket ? count : 0); };
    tx.put(shift_sql, key.shop, key.sku, key.warehouse, change(Bucket::available), change(Bucket::held), change(Bucket::sold));
}

const db::Sql insert_move{"fulfilment.insert_stock_move", R"sql(
    INSERT INTO fulfilment_stock_moves (shop_id, cause_id, sku_id, warehouse_id, step, from_bucket, to_bucket, count, who_id, why, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (shop_id, cause_id, sku_id, warehouse_id, step) DO NOTHING)sql"};
const db::Sql insert_first_move{"fulfilment.insert_first_stock_move", R"sql(
    INSERT INTO fulfilment_stock_moves (shop_id, cause_id, sku_id, warehouse_id, step, from_bucket, to_bucket, count, who_id, why, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql"};
void enter_first(db::Tx& tx, ShopId shop, const StockMove& m)
{
    tx.put(insert_first_move, shop, m.cause, m.sku, m.warehouse, m.step, m.from, m.to, m.count, m.who, m.why, m.at);
}

bool enter(db::Tx& tx, ShopId shop, const StockMove& m)
{
    return tx.exec(insert_move, shop, m.cause, m.sku, m.warehouse, m.step, m.from, m.to, m.count, m.who, m.why, m.at) == 1;
}

const db::Sql select_moves_of{"fulfilment.select_stock_moves_of", R"sql(
    SELECT cause_id, sku_id, warehouse_id, step, from_bucket, to_bucket, count, who_id, why, at FROM fulfilment_stock_moves
     WHERE shop_id = $1 AND cause_id = $2 ORDER BY sku_id, warehouse_id, step)sql"};
std::vector<StockMove> moves_of(db::ReadTx& tx, ShopId shop, std::int64_t cause) { return tx.all<StockMove>(select_moves_of, shop, cause); }

const db::Sql select_journal{"fulfilment.select_stock_journal", R"sql(
    SELECT cause_id, sku_id, warehouse_id, step, from_bucket, to_bucket, count, who_id, why, at FROM fulfilment_stock_moves
     WHERE shop_id = $1 AND (cause_id, sku_id, warehouse_id, step) < ($2, $3, $4, $5)
     ORDER BY cause_id DESC, sku_id DESC, warehouse_id DESC, step DESC LIMIT $6)sql"};
std::vector<StockMove> journal(db::ReadTx& tx, ShopId shop, const std::optional<StockMove>& after, std::int64_t limit)
{
    const StockMove from = after.value_or(StockMove{INT64_MAX, {}, {}, 0, {}, {}, 0, {}, {}, {}});
    return tx.all<StockMove>(select_journal, shop, from.cause, from.sku, from.warehouse, from.step, limit);
}

const db::Sql select_stock_of{"fulfilment.select_stock_of", R"sql(
    SELECT sku_id, warehouse_id, available, held, sold, hold_limit, version FROM fulfilment_stock
     WHERE shop_id = $1 AND sku_id = $2 ORDER BY rank, warehouse_id)sql"};
std::vector<Stock> stock_of(db::ReadTx& tx, ShopId shop, SkuId sku) { return tx.all<Stock>(select_stock_of, shop, sku); }

const db::Sql select_stock_list{"fulfilment.select_stock_list", R"sql(
    SELECT sku_id, warehouse_id, available, held, sold, hold_limit, version FROM fulfilment_stock
     WHERE shop_id = $1 AND (sku_id, warehouse_id) < ($2, $3) AND available < $4 ORDER BY sku_id DESC, warehouse_id DESC LIMIT $5)sql"};
std::vector<Stock> list_stock(db::ReadTx& tx, ShopId shop, Cursor after, std::int64_t below, std::int64_t limit)
{
    return tx.all<Stock>(select_stock_list, shop, after.first, after.second, below, limit);
}

const db::Sql select_stock{"fulfilment.select_stock", R"sql(
    SELECT sku_id, warehouse_id, available, held, sold, hold_limit, version FROM fulfilment_stock
     WHERE shop_id = $1 AND sku_id = $2 AND warehouse_id = $3)sql"};
std::optional<Stock> find_stock(db::ReadTx& tx, const StockKey& key) { return tx.one<Stock>(select_stock, key.shop, key.sku, key.warehouse); }

const db::Sql set_total_sql{"fulfilment.set_stock_total", R"sql(
    UPDATE fulfilment_stock SET available = $4 - held, version = version + 1
     WHERE shop_id = $1 AND sku_id = $2 AND warehouse_id = $3 AND version = $5 AND held <= $4
 RETURNING sku_id, warehouse_id, available, held, sold, hold_limit, version)sql"};
std::optional<Stock> set_total(db::Tx& tx, const StockKey& key, std::int64_t total, std::int64_t version)
{
    return tx.one<Stock>(set_total_sql, key.shop, key.sku, key.warehouse, total, version);
}

const db::Sql adjust_sql{"fulfilment.adjust_stock", R"sql(
    UPDATE fulfilment_stock SET available = available + $4, version = version + 1
     WHERE shop_id = $1 AND sku_id = $2 AND warehouse_id = $3 AND available + $4 >= 0
 RETURNING sku_id, warehouse_id, available, held, sold, hold_limit, version)sql"};
std::optional<Stock> adjust(db::Tx& tx, const StockKey& key, std::int64_t by) { return tx.one<Stock>(adjust_sql, key.shop, key.sku, key.warehouse, by); }

const db::Sql update_hold_limit{"fulfilment.update_hold_limit", R"sql(
    UPDATE fulfilment_stock SET hold_limit = $3 WHERE shop_id = $1 AND sku_id = $2)sql"};
bool set_hold_limit(db::Tx& tx, ShopId shop, SkuId sku, std::int64_t most) { return tx.exec(update_hold_limit, shop, sku, most) > 0; }

const db::Sql insert_stock{"fulfilment.insert_stock", R"sql(
    INSERT INTO fulfilment_stock (shop_id, sku_id, warehouse_id, rank, available, held, sold, hold_limit, version)
    SELECT shop_id, CAST($2 AS bigint), warehouse_id, rank, CAST($4 AS bigint), 0, 0, 0, 1 FROM fulfilment_warehouses WHERE shop_id = $1 AND warehouse_id = $3
    ON CONFLICT (shop_id, sku_id, warehouse_id) DO NOTHING)sql"};
bool open_stock(db::Tx& tx, const StockKey& key, std::int64_t available)
{
    return tx.exec(insert_stock, key.shop, key.sku, key.warehouse, available) == 1;
}

const db::Sql use_allowance_sql{"fulfilment.use_allowance", R"sql(
    INSERT INTO fulfilment_allowances (shop_id, buyer_id, sku_id, held) VALUES ($1, $2, $3, $4)
    ON CONFLICT (shop_id, buyer_id, sku_id) DO UPDATE SET held = fulfilment_allowances.held + $4
     WHERE fulfilment_allowances.held + $4 <= $5)sql"};
db::AskedChange ask_allowance(db::Tx& tx, ShopId shop, UserId buyer, SkuId sku, std::int64_t count, std::int64_t most)
{
    return count > most ? db::AskedChange(0) : db::ask_exec(tx, use_allowance_sql, shop, buyer, sku, count, most);
}

const db::Sql give_back_sql{"fulfilment.give_back_allowance", R"sql(
    UPDATE fulfilment_allowances SET held = held - $4 WHERE shop_id = $1 AND buyer_id = $2 AND sku_id IN (0, $3))sql"};
void give_back_allowance(db::Tx& tx, ShopId shop, UserId buyer, SkuId sku, std::int64_t count)
{
    tx.put(give_back_sql, shop, buyer, sku, count);
}

const db::Sql delete_empty_allowances{"fulfilment.delete_empty_allowances", R"sql(
    DELETE FROM fulfilment_allowances WHERE shop_id = $1 AND buyer_id = $2 AND held <= 0)sql"};
void forget_empty_allowances(db::Tx& tx, ShopId shop, UserId buyer) { tx.put(delete_empty_allowances, shop, buyer); }

const db::Sql select_leaky{"fulfilment.select_leaky_buckets", R"sql(
    SELECT shop_id, sku_id, warehouse_id, bucket, CAST(SUM(n) AS bigint)
      FROM (SELECT shop_id, sku_id, warehouse_id, 'available' AS bucket, available AS n FROM fulfilment_stock
             UNION ALL SELECT shop_id, sku_id, warehouse_id, 'held', held FROM fulfilment_stock
             UNION ALL SELECT shop_id, sku_id, warehouse_id, 'sold', sold FROM fulfilment_stock
             UNION ALL SELECT shop_id, sku_id, warehouse_id, to_bucket, -count FROM fulfilment_stock_moves WHERE to_bucket <> 'outside'
             UNION ALL SELECT shop_id, sku_id, warehouse_id, from_bucket, count FROM fulfilment_stock_moves WHERE from_bucket <> 'outside') AS sides
     GROUP BY shop_id, sku_id, warehouse_id, bucket HAVING SUM(n) <> 0 LIMIT 100)sql"};
std::vector<LeakyBucket> leaky_buckets(db::ReadTx& tx) { return tx.all<LeakyBucket>(select_leaky); }

}  // namespace store
}  // namespace meadow::fulfilment
