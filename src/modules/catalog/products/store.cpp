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

const db::Sql select_product_in_shop{"catalog.select_product_in_shop", R"sql(
    SELECT p.shop_id, p.product_id, p.state, p.hidden, p.version, p.title, p.cover_id, p.category, p.tax, p.commission, p.price_from, p.detail,
           p.created_at, p.listed_at, s.shop_id, s.name, s.profile, s.state, s.owner_id, s.logo_id,
           r.one, r.two, r.three, r.four, r.five, r.pictured, r.one + r.two + r.three + r.four + r.five,
           r.one + 2 * r.two + 3 * r.three + 4 * r.four + 5 * r.five
      FROM catalog_product_homes h
      JOIN catalog_products p ON p.shop_id = h.shop_id AND p.product_id = h.product_id
      JOIN catalog_shops s ON s.shop_id = h.shop_id
      LEFT JOIN catalog_ratings r ON r.shop_id = h.shop_id AND r.product_id = h.product_id
     WHERE h.product_id = $1)sql"};
std::optional<ProductInShop> find_product_in_shop(db::ReadTx& tx, ProductId id) { return tx.one<ProductInShop>(select_product_in_shop, id); }

const db::Sql update_content{"catalog.update_content", R"sql(
    UPDATE catalog_products SET version = version + 1, title = $4, cover_id = $5, category = $6, tax = $7, commission = $8, price_from = $9,
                                detail = $10
     WHERE shop_id = $1 AND product_id = $2 AND version = $3)sql"};
bool set_content(db::Tx& tx, const Product& p, std::int64_t version)
{
    return tx.exec(update_content, p.shop, p.id, version, p.title, p.cover, p.category, p.tax, p.commission, p.price_from,
                   p.detail) == 1;
}

const db::Sql update_product_hidden{"catalog.hide_product", R"sql(
    UPDATE catalog_products SET hidden = $3 WHERE shop_id = $1 AND product_id = $2 AND hidden <> $3)sql"};
bool set_product_hidden(db::Tx& tx, ShopId shop, ProductId id, bool hidden)
{
    return tx.exec(update_product_hidden, shop, id, hidden) == 1;
}

const db::Sql update_version{"catalog.update_version", R"sql(
    UPDATE catalog_products SET version = version + 1 WHERE shop_id = $1 AND product_id = $2 AND version = $3)sql"};
bool bump_version(db::Tx& tx, const Product& p) { return tx.exec(update_version, p.shop, p.id, p.version) == 1; }

const db::Sql select_ever_listed{"catalog.select_ever_listed", R"sql(
    SELECT p.product_id FROM catalog_product_homes h JOIN catalog_products p ON p.shop_id = h.shop_id AND p.product_id = h.product_id
     WHERE h.product_id IN @list($1) AND p.listed_at <> 0)sql"};
std::vector<ProductId> ever_listed(db::ReadTx& tx, const std::vector<ProductId>& ids)
{
    return ids.empty() ? std::vector<ProductId>{} : tx.all<ProductId>(select_ever_listed, ids);
}

const db::Sql select_products{"catalog.select_products", R"sql(
    SELECT shop_id, product_id, state, hidden, version, title, cover_id, category, tax, commission, price_from, detail, created_at, listed_at
      FROM catalog_products
     WHERE shop_id = $1 AND product_id < $2 AND (state = $3 OR ($3 = '' AND state <> 'discarded')) AND hidden <= $4 AND ($5 = '' OR category = $5)
     ORDER BY product_id DESC LIMIT $6)sql"};
std::vector<Product> list_products(db::ReadTx& tx, ShopId shop, const ProductFilter& filter, Cursor after, std::int64_t limit)
{
    const std::string state = filter.state ? name_of(*filter.state) : "";
    return tx.all<Product>(select_products, shop, after.first, state, filter.visible ? 0 : 1, filter.category, limit);
}

const db::Sql update_product_state{"catalog.update_product_state", R"sql(
    UPDATE catalog_products SET version = version + 1, state = $5,
                                listed_at = CASE WHEN $5 = 'listed' AND listed_at = 0 THEN $6 ELSE listed_at END
     WHERE shop_id = $1 AND product_id = $2 AND version = $3 AND state = $4)sql"};
bool set_product_state(db::Tx& tx, const Product& p, ProductState to, Instant now)
{
    return tx.exec(update_product_state, p.shop, p.id, p.version, p.state, to, now) == 1;
}

const db::Sql select_listed{"catalog.select_listed_ids", R"sql(
    SELECT product_id FROM catalog_products WHERE shop_id = $1 AND product_id > $2 AND state = 'listed' ORDER BY product_id LIMIT $3)sql"};
std::vector<ProductId> listed_after(db::ReadTx& tx, ShopId shop, ProductId after, std::int64_t limit)
{
    return tx.all<ProductId>(select_listed, shop, after, limit);
}

const db::Sql insert_product_move_sql{"catalog.insert_product_move", R"sql(
    INSERT INTO catalog_product_moves (shop_id, product_id, move_id, from_state, to_state, by_id, reason, moved_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
void insert_product_move(db::Tx& tx, ShopId shop, ProductId product, const ProductMoved& m)
{
    tx.put(insert_product_move_sql, shop, product, m.id, m.from, m.to, m.by, m.reason, m.at);
}

const db::Sql select_product_moves{"catalog.select_product_moves", R"sql(
    SELECT move_id, from_state, to_state, by_id, reason, moved_at FROM catalog_product_moves
     WHERE shop_id = $1 AND product_id = $2 AND move_id < $3 ORDER BY move_id DESC LIMIT $4)sql"};
std::vector<ProductMoved> list_product_moves(db::ReadTx& tx, ShopId shop, ProductId product, Cursor after, std::int64_t limit)
{
    return tx.all<ProductMoved>(select_product_moves, shop, product, after.first, limit);
}
std::optional<ProductMoved> last_product_move(db::ReadTx& tx, ShopId shop, ProductId product)
{
    return tx.one<ProductMoved>(select_product_moves, shop, product, INT64_MAX, 1);
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
    UPDATE catalog_skus SET state = $3, picture_id = $4, price = $5, market_price = $6, barcode = $7, merchant_code = $8, choice = $9
     WHERE shop_id = $1 AND sku_id = $2)sql"};
void set_sku(db::Tx& tx, ShopId shop, const Sku& s)
{
    tx.put(update_sku, shop, s.id, s.state, s.picture, s.price, s.market_price, s.barcode, s.merchant_code, to_json(s.choice));
}

const db::Sql select_skus{"catalog.select_skus", R"sql(
    SELECT sku_id, product_id, state, spec, choice, picture_id, price, market_price, barcode, merchant_code
      FROM catalog_skus WHERE shop_id = $1 AND product_id = $2 ORDER BY sku_id)sql"};
std::vector<Sku> list_skus(db::ReadTx& tx, ShopId shop, ProductId product) { return tx.all<Sku>(select_skus, shop, product); }

const db::Sql select_skus_of{"catalog.select_skus_of", R"sql(
    SELECT sku_id, product_id, state, spec, choice, picture_id, price, market_price, barcode, merchant_code
      FROM catalog_skus WHERE shop_id = $1 AND product_id IN @list($2) ORDER BY product_id, sku_id)sql"};
std::vector<Sku> list_skus(db::ReadTx& tx, ShopId shop, const std::vector<ProductId>& products)
{
    return products.empty() ? std::vector<Sku>{} : tx.all<Sku>(select_skus_of, shop, products);
}

const db::Sql select_skus_by_id{"catalog.select_skus_by_id", R"sql(
    SELECT sku_id, product_id, state, spec, choice, picture_id, price, market_price, barcode, merchant_code
      FROM catalog_skus WHERE shop_id = $1 AND sku_id IN @list($2))sql"};
std::vector<Sku> find_skus(db::ReadTx& tx, ShopId shop, const std::vector<SkuId>& ids)
{
    return tx.all<Sku>(select_skus_by_id, shop, ids);
}

}  // namespace meadow::catalog::store
