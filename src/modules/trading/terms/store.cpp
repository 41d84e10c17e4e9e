#include "modules/trading/terms/store.hpp"

namespace meadow::trading::store {

const db::Sql select_terms{"trading.select_terms", "SELECT shipping_fee, free_from, round_to FROM trading_shop_terms WHERE shop_id = $1"};
db::Asked<ShopTerms> ask_terms(db::ReadTx& tx, ShopId shop) { return db::ask<ShopTerms>(tx, select_terms, shop); }
ShopTerms find_terms(db::ReadTx& tx, ShopId shop) { return ask_terms(tx, shop).one().value_or(ShopTerms{}); }

const db::Sql put_terms_sql{"trading.put_terms", R"sql(
    INSERT INTO trading_shop_terms (shop_id, shipping_fee, free_from, round_to) VALUES ($1, $2, $3, $4)
    ON CONFLICT (shop_id) DO UPDATE SET shipping_fee = excluded.shipping_fee, free_from = excluded.free_from, round_to = excluded.round_to)sql"};
void put_terms(db::Tx& tx, ShopId shop, const ShopTerms& t) { tx.put(put_terms_sql, shop, t.shipping_fee, t.free_from, t.round_to); }

}  // namespace meadow::trading::store
