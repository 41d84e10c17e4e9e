#include "modules/catalog/exhibits/store.hpp"

namespace meadow::catalog::store {

const db::Sql select_products{"catalog.select_exhibited_products", R"sql(
    SELECT p.product_id, s.owner_id, p.title, p.detail, p.hidden, p.created_at FROM catalog_product_homes h
      JOIN catalog_products p ON p.shop_id = h.shop_id AND p.product_id = h.product_id JOIN catalog_shops s ON s.shop_id = h.shop_id
     WHERE h.product_id IN @list($1))sql"};
std::vector<ProductExhibit> exhibited_products(db::ReadTx& tx, const std::vector<std::int64_t>& ids)
{
    return ids.empty() ? std::vector<ProductExhibit>{} : tx.all<ProductExhibit>(select_products, ids);
}

const db::Sql select_reviews{"catalog.select_exhibited_reviews", R"sql(
    SELECT r.review_id, r.buyer_id, r.product_id, r.body, r.pictures, r.hidden, r.written_at FROM catalog_review_homes h
      JOIN catalog_reviews r ON r.shop_id = h.shop_id AND r.product_id = h.product_id AND r.review_id = h.review_id
     WHERE h.review_id IN @list($1))sql"};
std::vector<ReviewExhibit> exhibited_reviews(db::ReadTx& tx, const std::vector<std::int64_t>& ids)
{
    return ids.empty() ? std::vector<ReviewExhibit>{} : tx.all<ReviewExhibit>(select_reviews, ids);
}

const db::Sql select_shops{"catalog.select_exhibited_shops", R"sql(
    SELECT shop_id, owner_id, name, intro, logo_id, state, opened_at FROM catalog_shops WHERE shop_id IN @list($1))sql"};
std::vector<ShopExhibit> exhibited_shops(db::ReadTx& tx, const std::vector<std::int64_t>& ids)
{
    return ids.empty() ? std::vector<ShopExhibit>{} : tx.all<ShopExhibit>(select_shops, ids);
}

const db::Sql select_hidden_products{"catalog.select_hidden_products", R"sql(
    SELECT p.product_id FROM catalog_products p JOIN catalog_shops s ON s.shop_id = p.shop_id
     WHERE p.hidden = 1 AND p.product_id < $2 AND (lower(p.title) LIKE $1 ESCAPE '!' OR lower(s.name) LIKE $1 ESCAPE '!')
     ORDER BY p.product_id DESC LIMIT $3)sql"};
std::vector<std::int64_t> hidden_products(db::ReadTx& tx, const std::string& like, std::int64_t before, std::int64_t limit)
{
    return tx.all<std::int64_t>(select_hidden_products, like, before, limit);
}

const db::Sql select_hidden_reviews{"catalog.select_hidden_reviews", R"sql(
    SELECT review_id FROM catalog_reviews
     WHERE hidden = 1 AND review_id < $2 AND lower(body) LIKE $1 ESCAPE '!' ORDER BY review_id DESC LIMIT $3)sql"};
std::vector<std::int64_t> hidden_reviews(db::ReadTx& tx, const std::string& like, std::int64_t before, std::int64_t limit)
{
    return tx.all<std::int64_t>(select_hidden_reviews, like, before, limit);
}

}  // namespace meadow::catalog::store
