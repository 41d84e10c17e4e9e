#include "modules/trading/carts/store.hpp"

namespace meadow::trading::store {

const db::Sql count_lines_sql{"trading.count_cart_lines", R"sql(
    INSERT INTO trading_carts (buyer_id, lines) VALUES ($1, $2)
    ON CONFLICT (buyer_id) DO UPDATE SET lines = trading_carts.lines + $2 WHERE trading_carts.lines + $2 <= $3)sql"};
bool count_lines(db::Tx& tx, UserId buyer, std::int64_t by, std::int64_t most) { return tx.exec(count_lines_sql, buyer, by, most) == 1; }

const db::Sql insert_line_sql{"trading.insert_cart_line", R"sql(
    INSERT INTO trading_cart_lines (buyer_id, shop_id, sku_id, count, seen_price, note_id, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (buyer_id, shop_id, sku_id) DO NOTHING)sql"};
bool insert_line(db::Tx& tx, UserId buyer, const CartLine& l)
{
    return tx.exec(insert_line_sql, buyer, l.shop, l.sku, l.count, l.seen_price, l.note, l.added_at) == 1;
}

const db::Sql add_pieces_sql{"trading.add_cart_pieces", R"sql(
    UPDATE trading_cart_lines SET count = CASE WHEN count + $4 > $5 THEN $5 ELSE count + $4 END, seen_price = $6,
           note_id = COALESCE(CAST($7 AS bigint), note_id), added_at = $8
     WHERE buyer_id = $1 AND shop_id = $2 AND sku_id = $3)sql"};
void add_pieces(db::Tx& tx, UserId buyer, const CartLine& l)
{
    tx.put(add_pieces_sql, buyer, l.shop, l.sku, l.count, most_of_one, l.seen_price, l.note, l.added_at);
}

const db::Sql set_count_sql{"trading.set_cart_count", R"sql(
    UPDATE trading_cart_lines SET count = $4 WHERE buyer_id = $1 AND shop_id = $2 AND sku_id = $3)sql"};
bool set_count(db::Tx& tx, UserId buyer, ShopId shop, SkuId sku, std::int64_t count) { return tx.exec(set_count_sql, buyer, shop, sku, count) == 1; }

const db::Sql delete_lines_sql{"trading.delete_cart_lines", R"sql(
    DELETE FROM trading_cart_lines WHERE buyer_id = $1 AND shop_id = $2 AND sku_id IN @list($3))sql"};
std::int64_t delete_lines(db::Tx& tx, UserId buyer, ShopId shop, const std::vector<SkuId>& skus)
{
    return tx.exec(delete_lines_sql, buyer, shop, skus);
}

const db::Sql delete_all_sql{"trading.delete_cart", "DELETE FROM trading_cart_lines WHERE buyer_id = $1"};
std::int64_t delete_all_lines(db::Tx& tx, UserId buyer) { return tx.exec(delete_all_sql, buyer); }

const db::Sql select_lines{"trading.select_cart", R"sql(
    SELECT shop_id, sku_id, count, seen_price, note_id, added_at FROM trading_cart_lines WHERE buyer_id = $1
     ORDER BY shop_id, added_at DESC, sku_id)sql"};
std::vector<CartLine> list_lines(db::ReadTx& tx, UserId buyer) { return tx.all<CartLine>(select_lines, buyer); }

const db::Sql select_some{"trading.select_cart_lines", R"sql(
    SELECT shop_id, sku_id, count, seen_price, note_id, added_at FROM trading_cart_lines
     WHERE buyer_id = $1 AND shop_id = $2 AND sku_id IN @list($3) ORDER BY sku_id)sql"};
std::vector<CartLine> find_lines(db::ReadTx& tx, UserId buyer, ShopId shop, const std::vector<SkuId>& skus)
{
    return skus.empty() ? std::vector<CartLine>{} : tx.all<CartLine>(select_some, buyer, shop, skus);
}

}  // namespace meadow::trading::store
