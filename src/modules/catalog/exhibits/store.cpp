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

}  // namespace meadow::catalog::store
