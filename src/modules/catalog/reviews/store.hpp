// catalog_review_rights, catalog_reviews, catalog_ratings (home: the shop), catalog_review_homes (home: the review).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/catalog/reviews/model.hpp"

namespace meadow::catalog::store {

// Does nothing when the order's product is known already.
void put_right(db::Tx&, ShopId, OrderId, ProductId, SkuId, UserId buyer);
void open_rights(db::Tx&, ShopId, OrderId, Instant delivered_at);
// Uses the right up for one review. Nothing when this buyer has none: not bought, not delivered, delivered before `since`, used.
std::optional<SkuId> use_right(db::Tx&, ShopId, OrderId, ProductId, UserId buyer, ReviewId, Instant since);

void insert_review(db::Tx&, const Review&);
std::optional<Review> find_review(db::ReadTx&, ReviewId);
bool add_follow_up(db::Tx&, const Review&, std::string_view text, Instant now);  // false when there is one
bool add_reply(db::Tx&, const Review&, std::string_view text, Instant now);      // false when there is one
bool set_hidden(db::Tx&, const Review&, bool hidden);                            // false when it was so already

struct ReviewFilter {
    std::int64_t rating = 0;  // 0: all
    bool pictured = false;    // only those with pictures
};
std::vector<Review> list_reviews(db::ReadTx&, ShopId, ProductId, const ReviewFilter&, Cursor, std::int64_t limit);  // newest first

std::vector<Review> reviews_by(db::ReadTx&, UserId buyer, std::int64_t limit);  // newest first

// Counts a review in (+1) or out (-1), for its product and its shop.
// Of all products of a shop; `unanswered`: only those without a reply.
std::vector<Review> list_shop_reviews(db::ReadTx&, ShopId, bool unanswered, Cursor after, std::int64_t limit);
void count_rating(db::Tx&, const Review&, std::int64_t by);
Rating rating_of(db::ReadTx&, ShopId, ProductId);  // ProductId{}: of the shop

}  // namespace meadow::catalog::store
