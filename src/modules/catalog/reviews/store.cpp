#include "modules/catalog/reviews/store.hpp"

#include "base/json.hpp"

namespace meadow::catalog::store {

const db::Sql insert_right{"catalog.insert_review_right", R"sql(
    INSERT INTO catalog_review_rights (shop_id, order_id, product_id, sku_id, buyer_id, delivered_at, review_id) VALUES ($1, $2, $3, $4, $5, 0, 0)
    ON CONFLICT (shop_id, order_id, product_id) DO NOTHING)sql"};
void put_right(db::Tx& tx, ShopId shop, OrderId order, ProductId product, SkuId sku, UserId buyer)
{
    tx.put(insert_right, shop, order, product, sku, buyer);
}

const db::Sql update_rights{"catalog.open_review_rights", R"sql(
    UPDATE catalog_review_rights SET delivered_at = $3 WHERE shop_id = $1 AND order_id = $2 AND delivered_at = 0)sql"};
void open_rights(db::Tx& tx, ShopId shop, OrderId order, Instant delivered_at) { tx.put(update_rights, shop, order, delivered_at); }

const db::Sql use_right_sql{"catalog.use_review_right", R"sql(
    UPDATE catalog_review_rights SET review_id = $5
     WHERE shop_id = $1 AND order_id = $2 AND product_id = $3 AND buyer_id = $4 AND review_id = 0 AND delivered_at > 0 AND delivered_at >= $6
 RETURNING sku_id)sql"};
std::optional<SkuId> use_right(db::Tx& tx, ShopId shop, OrderId order, ProductId product, UserId buyer, ReviewId review,
                               Instant since)
{
    return tx.one<SkuId>(use_right_sql, shop, order, product, buyer, review, since);
}

const db::Sql insert_review_sql{"catalog.insert_review", R"sql(
    INSERT INTO catalog_reviews (shop_id, product_id, review_id, buyer_id, order_id, spec, rating, body, pictures, pictured, follow_up,
                                 followed_up_at, reply, replied_at, hidden, written_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', 0, '', 0, 0, $11))sql"};
const db::Sql insert_review_home{"catalog.insert_review_home", R"sql(
    INSERT INTO catalog_review_homes (review_id, shop_id, product_id) VALUES ($1, $2, $3))sql"};
void insert_review(db::Tx& tx, const Review& r)
{
    tx.put(insert_review_sql, r.shop, r.product, r.id, r.buyer, r.order, r.spec, r.rating, r.text, to_json(r.pictures),
           r.pictures.empty() ? 0 : 1, r.written_at);
    tx.put(insert_review_home, r.id, r.shop, r.product);
}

const db::Sql select_review{"catalog.select_review", R"sql(
    SELECT r.shop_id, r.product_id, r.review_id, r.buyer_id, r.order_id, r.spec, r.rating, r.body, r.pictures, r.follow_up, r.followed_up_at,
           r.reply, r.replied_at, r.hidden, r.written_at
      FROM catalog_review_homes h JOIN catalog_reviews r ON r.shop_id = h.shop_id AND r.product_id = h.product_id AND r.review_id = h.review_id
     WHERE h.review_id = $1)sql"};
std::optional<Review> find_review(db::ReadTx& tx, ReviewId id) { return tx.one<Review>(select_review, id); }

const db::Sql update_follow_up{"catalog.add_follow_up", R"sql(
    UPDATE catalog_reviews SET follow_up = $4, followed_up_at = $5
     WHERE shop_id = $1 AND product_id = $2 AND review_id = $3 AND followed_up_at = 0)sql"};
bool add_follow_up(db::Tx& tx, const Review& r, std::string_view text, Instant now)
{
    return tx.exec(update_follow_up, r.shop, r.product, r.id, text, now) == 1;
}

const db::Sql update_reply{"catalog.add_reply", R"sql(
    UPDATE catalog_reviews SET reply = $4, replied_at = $5 WHERE shop_id = $1 AND product_id = $2 AND review_id = $3 AND replied_at = 0)sql"};
bool add_reply(db::Tx& tx, const Review& r, std::string_view text, Instant now)
{
    return tx.exec(update_reply, r.shop, r.product, r.id, text, now) == 1;
}

const db::Sql update_hidden{"catalog.hide_review", R"sql(
    UPDATE catalog_reviews SET hidden = $4 WHERE shop_id = $1 AND product_id = $2 AND review_id = $3 AND hidden <> $4)sql"};
bool set_hidden(db::Tx& tx, const Review& r, bool hidden) { return tx.exec(update_hidden, r.shop, r.product, r.id, hidden) == 1; }

const db::Sql select_reviews{"catalog.select_reviews", R"sql(
    SELECT shop_id, product_id, review_id, buyer_id, order_id, spec, rating, body, pictures, follow_up, followed_up_at, reply, replied_at, hidden,
           written_at
      FROM catalog_reviews
     WHERE shop_id = $1 AND product_id = $2 AND review_id < $3 AND hidden = 0 AND ($4 = 0 OR rating = $4) AND pictured >= $5
     ORDER BY review_id DESC LIMIT $6)sql"};
std::vector<Review> list_reviews(db::ReadTx& tx, ShopId shop, ProductId product, const ReviewFilter& filter, Cursor after,
                                 std::int64_t limit)
{
    return tx.all<Review>(select_reviews, shop, product, after.first, filter.rating, filter.pictured, limit);
}

const db::Sql select_reviews_by{"catalog.select_reviews_by", R"sql(
    SELECT shop_id, product_id, review_id, buyer_id, order_id, spec, rating, body, pictures, follow_up, followed_up_at, reply, replied_at, hidden,
           written_at
      FROM catalog_reviews WHERE buyer_id = $1 ORDER BY review_id DESC LIMIT $2)sql"};
std::vector<Review> reviews_by(db::ReadTx& tx, UserId buyer, std::int64_t limit) { return tx.all<Review>(select_reviews_by, buyer, limit); }

const db::Sql select_shop_reviews{"catalog.select_shop_reviews", R"sql(
    SELECT shop_id, product_id, review_id, buyer_id, order_id, spec, rating, body, pictures, follow_up, followed_up_at, reply, replied_at, hidden,
           written_at
      FROM catalog_reviews
     WHERE shop_id = $1 AND review_id < $2 AND hidden = 0 AND ($3 = 0 OR replied_at = 0)
     ORDER BY review_id DESC LIMIT $4)sql"};
std::vector<Review> list_shop_reviews(db::ReadTx& tx, ShopId shop, bool unanswered, Cursor after, std::int64_t limit)
{
    return tx.all<Review>(select_shop_reviews, shop, after.first, unanswered ? std::int64_t{1} : std::int64_t{0}, limit);
}

const db::Sql upsert_rating{"catalog.upsert_rating", R"sql(
    INSERT INTO catalog_ratings (shop_id, product_id, one, two, three, four, five, pictured) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (shop_id, product_id) DO UPDATE SET one = catalog_ratings.one + $3, two = catalog_ratings.two + $4,
           three = catalog_ratings.three + $5, four = catalog_ratings.four + $6, five = catalog_ratings.five + $7,
           pictured = catalog_ratings.pictured + $8)sql"};
void count_rating(db::Tx& tx, const Review& r, std::int64_t by)
{
    const auto stars = [&](std::int64_t n) { return r.rating == n ? by : std::int64_t{0}; };
    for (const ProductId of : {r.product, ProductId{}})
        tx.put(upsert_rating, r.shop, of, stars(1), stars(2), stars(3), stars(4), stars(5),
               r.pictures.empty() ? std::int64_t{0} : by);
}

const db::Sql select_rating{"catalog.select_rating", R"sql(
    SELECT one, two, three, four, five, pictured, one + two + three + four + five, one + 2 * two + 3 * three + 4 * four + 5 * five
      FROM catalog_ratings WHERE shop_id = $1 AND product_id = $2)sql"};
Rating rating_of(db::ReadTx& tx, ShopId shop, ProductId product)
{
    return tx.one<Rating>(select_rating, shop, product).value_or(Rating{});
}

}  // namespace meadow::catalog::store
