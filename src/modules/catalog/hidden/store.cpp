#include "modules/catalog/hidden/store.hpp"

namespace meadow::catalog::store {

const db::Sql select_hidden_products{"catalog.select_hidden_products", R"sql(
    SELECT p.product_id, s.owner_id, p.title, s.name, p.created_at FROM catalog_products p JOIN catalog_shops s ON s.shop_id = p.shop_id
     WHERE p.hidden = 1 AND p.product_id < $2 AND (lower(p.title) LIKE $1 ESCAPE '!' OR lower(s.name) LIKE $1 ESCAPE '!')
     ORDER BY p.product_id DESC LIMIT $3)sql"};
std::vector<HiddenProduct> hidden_products(db::ReadTx& tx, const std::string& like, ProductId before, std::int64_t limit)
{
    return tx.all<HiddenProduct>(select_hidden_products, like, before, limit);
}

const db::Sql select_hidden_reviews{"catalog.select_hidden_reviews", R"sql(
    SELECT review_id, buyer_id, '', body, written_at FROM catalog_reviews
     WHERE hidden = 1 AND review_id < $2 AND lower(body) LIKE $1 ESCAPE '!' ORDER BY review_id DESC LIMIT $3)sql"};
std::vector<HiddenReview> hidden_reviews(db::ReadTx& tx, const std::string& like, ReviewId before, std::int64_t limit)
{
    return tx.all<HiddenReview>(select_hidden_reviews, like, before, limit);
}

}  // namespace meadow::catalog::store
