// Shops, products and reviews: counters beside their rows, and stock for everything that is sold.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    {Moment::always, {"audit.shops_count_their_products", R"sql(
        SELECT 'shop ' || CAST(s.shop_id AS text)
          FROM catalog_shops s LEFT JOIN catalog_products p ON p.shop_id = s.shop_id
         GROUP BY s.shop_id, s.items, s.listed
        HAVING SUM(CASE WHEN p.state IN ('draft', 'in_review', 'rejected', 'listed') THEN 1 ELSE 0 END) <> s.items
            OR SUM(CASE WHEN p.state = 'listed' THEN 1 ELSE 0 END) <> s.listed)sql"}},
    {Moment::always, {"audit.ratings_equal_reviews", R"sql(
        SELECT 'product ' || CAST(product_id AS text) || ' of ' || CAST(shop_id AS text)
          FROM (SELECT shop_id, product_id, one, two, three, four, five FROM catalog_ratings
                 UNION ALL
                SELECT shop_id, product_id, CASE rating WHEN 1 THEN -1 ELSE 0 END, CASE rating WHEN 2 THEN -1 ELSE 0 END,
                       CASE rating WHEN 3 THEN -1 ELSE 0 END, CASE rating WHEN 4 THEN -1 ELSE 0 END, CASE rating WHEN 5 THEN -1 ELSE 0 END
                  FROM catalog_reviews WHERE hidden = 0
                 UNION ALL
                SELECT shop_id, 0, CASE rating WHEN 1 THEN -1 ELSE 0 END, CASE rating WHEN 2 THEN -1 ELSE 0 END,
                       CASE rating WHEN 3 THEN -1 ELSE 0 END, CASE rating WHEN 4 THEN -1 ELSE 0 END, CASE rating WHEN 5 THEN -1 ELSE 0 END
                  FROM catalog_reviews WHERE hidden = 0) AS sides
         GROUP BY shop_id, product_id
        HAVING SUM(one) <> 0 OR SUM(two) <> 0 OR SUM(three) <> 0 OR SUM(four) <> 0 OR SUM(five) <> 0)sql"}},
    {Moment::always, {"audit.who_reviews_has_received", R"sql(
        SELECT 'review ' || CAST(v.review_id AS text)
          FROM catalog_reviews v LEFT JOIN catalog_review_rights r
            ON r.shop_id = v.shop_id AND r.order_id = v.order_id AND r.product_id = v.product_id
         WHERE r.order_id IS NULL OR r.review_id <> v.review_id OR r.delivered_at = 0 OR r.buyer_id <> v.buyer_id)sql"}},
    {Moment::settled, {"audit.who_has_received_may_review", R"sql(
        SELECT 'order ' || CAST(o.order_id AS text)
          FROM trading_orders o JOIN fulfilment_slip_lines l ON l.shop_id = o.shop_id AND l.order_id = o.order_id
          LEFT JOIN catalog_review_rights r ON r.shop_id = o.shop_id AND r.order_id = o.order_id AND r.product_id = l.product_id
         WHERE o.completed_at <> 0 AND COALESCE(r.delivered_at, 0) = 0)sql"}},
    {Moment::settled, {"audit.catalog_knows_the_followers", R"sql(
        SELECT CAST(follower_id AS text) || ' follows ' || CAST(followee_id AS text)
          FROM (SELECT follower_id, followee_id, 1 AS n FROM community_follows
                 UNION ALL SELECT follower_id, user_id, -1 FROM catalog_followers WHERE follows = 1) AS sides
         GROUP BY follower_id, followee_id HAVING SUM(n) <> 0)sql"}},
    {Moment::settled, {"audit.what_is_on_sale_has_stock_rows", R"sql(
        SELECT 'sku ' || CAST(k.sku_id AS text)
          FROM catalog_skus k JOIN catalog_products p ON p.shop_id = k.shop_id AND p.product_id = k.product_id
          LEFT JOIN fulfilment_stock s ON s.shop_id = k.shop_id AND s.sku_id = k.sku_id
         WHERE p.state = 'listed' AND k.state = 'enabled' AND s.sku_id IS NULL)sql"}},
};

}  // namespace

const std::span<const Rule> catalog_rules{rules};

}  // namespace meadow::audit
