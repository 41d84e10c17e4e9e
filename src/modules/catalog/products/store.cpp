#include "modules/catalog/products/store.hpp"

#include "base/json.hpp"

namespace meadow::catalog::store {

const db::Sql insert_product_sql{"catalog.insert_product", R"sql(
    INSERT INTO catalog_products (shop_id, product_id, state, hidden, version, title, cover_id, category, tax, commission, price_from, detail,
                                  created_at, listed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql"};
const db::Sql insert_home{"catalog.insert_product_home", "INSERT INTO catalog_product_homes (product_id, shop_id) VALUES ($1, $2)"};
void insert_product(db::Tx& tx, const Product& p)
{
    tx.put(insert_product_sql, p.shop, p.id, p.state, p.hidden, p.version, p.title, p.cover, p.category, p.tax, p.commission,
           p.price_from, p.detail, p.created_at, p.listed_at);
    tx.put(insert_home, p.id, p.shop);
}

const db::Sql select_home{"catalog.select_product_home", "SELECT shop_id FROM catalog_product_homes WHERE product_id = $1"};
std::optional<ShopId> home_of(db::ReadTx& tx, ProductId id) { return tx.one<ShopId>(select_home, id); }

const db::Sql select_product{"catalog.select_product", R"sql(
    SELECT shop_id, product_id, state, hidden, version, title, cover_id, category, tax, commission, price_from, detail, created_at, listed_at
      FROM catalog_products WHERE shop_id = $1 AND product_id = $2)sql"};
std::optional<Product> find_product(db::ReadTx& tx, ShopId shop, ProductId id) { return tx.one<Product>(select_product, shop, id); }

const db::Sql update_content{"catalog.update_content", R"sql(
    UPDATE catalog_products SET version = version + 1, title = $4, cover_id = $5, category = $6, tax = $7, commission = $8, price_from = $9,
                                detail = $10
     WHERE shop_id = $1 AND product_id = $2 AND version = $3)sql"};
bool set_content(db::Tx& tx, const Product& p, std::int64_t version)
{
    return tx.exec(update_content, p.shop, p.id, version, p.title, p.cover, p.category, p.tax, p.commission, p.price_from,
                   p.detail) == 1;
}

const db::Sql update_product_state{"catalog.update_product_state", R"sql(
    UPDATE catalog_products SET version = version + 1, state = $5,
                                listed_at = CASE WHEN $5 = 'listed' AND listed_at = 0 THEN $6 ELSE listed_at END
     WHERE shop_id = $1 AND product_id = $2 AND version = $3 AND state = $4)sql"};
bool set_product_state(db::Tx& tx, const Product& p, ProductState to, Instant now)
{
    return tx.exec(update_product_state, p.shop, p.id, p.version, p.state, to, now) == 1;
}

const db::Sql insert_product_move_sql{"catalog.insert_product_move", R"sql(
    INSERT INTO catalog_product_moves (shop_id, product_id, move_id, from_state, to_state, by_id, reason, moved_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_product_move(db::Tx& tx, ShopId shop, ProductId product, const ProductMoved& m)
{
    tx.put(insert_product_move_sql, shop, product, m.id, m.from, m.to, m.by, m.reason, m.at);
}

const db::Sql insert_sku_sql{"catalog.insert_sku", R"sql(
    INSERT INTO catalog_skus (shop_id, sku_id, product_id, state, spec, choice, picture_id, price, market_price, barcode, merchant_code)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql"};
void insert_sku(db::Tx& tx, ShopId shop, const Sku& s)
{
    tx.put(insert_sku_sql, shop, s.id, s.product, s.state, s.spec, to_json(s.choice), s.picture, s.price, s.market_price, s.barcode,
           s.merchant_code);
}

const db::Sql update_sku{"catalog.update_sku", R"sql(
    UPDATE catalog_skus SET state = $3, picture_id = $4, price = $5, market_price = $6, barcode = $7, merchant_code = $8
     WHERE shop_id = $1 AND sku_id = $2)sql"};
void set_sku(db::Tx& tx, ShopId shop, const Sku& s)
{
    tx.put(update_sku, shop, s.id, s.state, s.picture, s.price, s.market_price, s.barcode, s.merchant_code);
}

const db::Sql select_skus{"catalog.select_skus", R"sql(
    SELECT sku_id, product_id, state, spec, choice, picture_id, price, market_price, barcode, merchant_code
      FROM catalog_skus WHERE shop_id = $1 AND product_id = $2 ORDER BY sku_id)sql"};
std::vector<Sku> list_skus(db::ReadTx& tx, ShopId shop, ProductId product) { return tx.all<Sku>(select_skus, shop, product); }

}  // namespace meadow::catalog::store
