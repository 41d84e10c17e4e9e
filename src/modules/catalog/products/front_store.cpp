// What other modules see of products (catalog.hpp).
#include "modules/catalog/catalog.hpp"

namespace meadow::catalog {

const db::Sql select_product_cards{"catalog.select_product_cards", R"sql(
    SELECT p.product_id, p.shop_id, p.title, p.cover_id, p.price_from,
           CASE WHEN p.state = 'listed' AND p.hidden = 0 AND s.state = 'open' THEN 1 ELSE 0 END, p.commission
      FROM catalog_product_homes h
      JOIN catalog_products p ON p.shop_id = h.shop_id AND p.product_id = h.product_id
      JOIN catalog_shops s ON s.shop_id = h.shop_id
     WHERE h.product_id IN @list($1))sql"};
std::vector<ProductCard> product_cards(db::ReadTx& tx, const std::vector<ProductId>& ids)
{
    return ids.empty() ? std::vector<ProductCard>{} : tx.all<ProductCard>(select_product_cards, ids);
}

const db::Sql select_shown_cards{"catalog.select_shown_cards", R"sql(
    SELECT p.product_id, p.shop_id, p.title, p.cover_id, p.price_from,
           CASE WHEN p.state = 'listed' AND s.state = 'open' THEN 1 ELSE 0 END, p.commission
      FROM catalog_product_homes h
      JOIN catalog_products p ON p.shop_id = h.shop_id AND p.product_id = h.product_id
      JOIN catalog_shops s ON s.shop_id = h.shop_id
     WHERE h.product_id IN @list($1) AND p.state IN ('listed', 'withdrawn') AND p.hidden = 0)sql"};
std::vector<ProductCard> shown_products(db::ReadTx& tx, const std::vector<ProductId>& ids)
{
    return ids.empty() ? std::vector<ProductCard>{} : tx.all<ProductCard>(select_shown_cards, ids);
}

const db::Sql select_listed{"catalog.select_listed", R"sql(
    SELECT p.product_id, p.shop_id, p.title, p.category, COALESCE(c.zh, ''), s.name, p.cover_id, p.price_from,
           COALESCE(r.one + r.two + r.three + r.four + r.five, 0), COALESCE(r.one + 2 * r.two + 3 * r.three + 4 * r.four + 5 * r.five, 0)
      FROM catalog_product_homes h
      JOIN catalog_products p ON p.shop_id = h.shop_id AND p.product_id = h.product_id
      JOIN catalog_shops s ON s.shop_id = h.shop_id
      LEFT JOIN catalog_categories c ON c.category = p.category
      LEFT JOIN catalog_ratings r ON r.shop_id = h.shop_id AND r.product_id = h.product_id
     WHERE h.product_id IN @list($1) AND p.state = 'listed' AND p.hidden = 0 AND s.state = 'open')sql"};
std::vector<ListedProduct> listed_products(db::ReadTx& tx, const std::vector<ProductId>& ids)
{
    return ids.empty() ? std::vector<ListedProduct>{} : tx.all<ListedProduct>(select_listed, ids);
}

const db::Sql select_listed_after{"catalog.select_listed_after", R"sql(
    SELECT p.product_id, p.shop_id, p.title, p.category, COALESCE(c.zh, ''), s.name, p.cover_id, p.price_from,
           COALESCE(r.one + r.two + r.three + r.four + r.five, 0), COALESCE(r.one + 2 * r.two + 3 * r.three + 4 * r.four + 5 * r.five, 0)
      FROM catalog_product_homes h
      JOIN catalog_products p ON p.shop_id = h.shop_id AND p.product_id = h.product_id
      JOIN catalog_shops s ON s.shop_id = h.shop_id
      LEFT JOIN catalog_categories c ON c.category = p.category
      LEFT JOIN catalog_ratings r ON r.shop_id = h.shop_id AND r.product_id = h.product_id
     WHERE h.product_id > $1 AND p.state = 'listed' AND p.hidden = 0 AND s.state = 'open'
     ORDER BY h.product_id LIMIT $2)sql"};
std::vector<ListedProduct> listed_products_after(db::ReadTx& tx, ProductId after, std::int64_t limit)
{
    return tx.all<ListedProduct>(select_listed_after, after, limit);
}

const db::Sql select_sku_codes{"catalog.select_sku_codes", R"sql(
    SELECT k.product_id, k.shop_id, k.sku_id, k.barcode
      FROM catalog_product_homes h
      JOIN catalog_skus k ON k.shop_id = h.shop_id AND k.product_id = h.product_id
     WHERE h.product_id IN @list($1) AND k.state = 'enabled' ORDER BY k.shop_id, k.sku_id)sql"};
std::vector<SkuCode> sku_codes(db::ReadTx& tx, const std::vector<ProductId>& ids)
{
    return ids.empty() ? std::vector<SkuCode>{} : tx.all<SkuCode>(select_sku_codes, ids);
}

const db::Sql select_ids_on_sale{"catalog.select_ids_on_sale", R"sql(
    SELECT h.product_id
      FROM catalog_product_homes h
      JOIN catalog_products p ON p.shop_id = h.shop_id AND p.product_id = h.product_id
      JOIN catalog_shops s ON s.shop_id = h.shop_id
     WHERE h.product_id > $1 AND p.state = 'listed' AND p.hidden = 0 AND s.state = 'open'
     ORDER BY h.product_id LIMIT $2)sql"};
std::vector<ProductId> listed_ids_after(db::ReadTx& tx, ProductId after, std::int64_t limit)
{
    return tx.all<ProductId>(select_ids_on_sale, after, limit);
}

const db::Sql select_open_shops{"catalog.select_open_shops", R"sql(
    SELECT shop_id FROM catalog_shops WHERE shop_id > $1 AND state = 'open' ORDER BY shop_id LIMIT $2)sql"};
std::vector<ShopId> open_shops_after(db::ReadTx& tx, ShopId after, std::int64_t limit)
{
    return tx.all<ShopId>(select_open_shops, after, limit);
}

// Three look-ups by key a SKU: the hot path of buying.
const db::Sql select_sku_offers{"catalog.select_sku_offers", R"sql(
    SELECT k.sku_id, k.product_id, k.shop_id, p.title, k.spec, CASE WHEN k.picture_id <> 0 THEN k.picture_id ELSE p.cover_id END, k.price,
           p.tax, p.commission,
           CASE WHEN k.state = 'enabled' AND p.state = 'listed' AND p.hidden = 0 AND s.state = 'open' THEN 1 ELSE 0 END,
           s.owner_id, s.profile
      FROM catalog_skus k
      JOIN catalog_products p ON p.shop_id = k.shop_id AND p.product_id = k.product_id
      JOIN catalog_shops s ON s.shop_id = k.shop_id
     WHERE k.shop_id = $1 AND k.sku_id IN @list($2))sql"};
db::Asked<SkuOffer> ask_sku_offers(db::ReadTx& tx, ShopId shop, const std::vector<SkuId>& ids)
{
    return ids.empty() ? db::Asked<SkuOffer>({}) : db::ask<SkuOffer>(tx, select_sku_offers, shop, ids);
}

std::vector<SkuOffer> sku_offers(db::ReadTx& tx, ShopId shop, const std::vector<SkuId>& ids) { return ask_sku_offers(tx, shop, ids).all(); }

const db::Sql select_product_offers{"catalog.select_product_offers", R"sql(
    SELECT k.sku_id, k.product_id, k.shop_id, p.title, k.spec, CASE WHEN k.picture_id <> 0 THEN k.picture_id ELSE p.cover_id END, k.price,
           p.tax, p.commission,
           CASE WHEN k.state = 'enabled' AND p.state = 'listed' AND p.hidden = 0 AND s.state = 'open' THEN 1 ELSE 0 END,
           s.owner_id, s.profile
      FROM catalog_skus k
      JOIN catalog_products p ON p.shop_id = k.shop_id AND p.product_id = k.product_id
      JOIN catalog_shops s ON s.shop_id = k.shop_id
     WHERE k.shop_id = $1 AND k.product_id = $2 AND k.state <> 'retired' ORDER BY k.sku_id)sql"};
std::vector<SkuOffer> product_offers(db::ReadTx& tx, ShopId shop, ProductId product)
{
    return tx.all<SkuOffer>(select_product_offers, shop, product);
}

}  // namespace meadow::catalog
