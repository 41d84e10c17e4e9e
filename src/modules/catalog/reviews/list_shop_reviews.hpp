#pragma once
#include "modules/catalog/reviews/list_reviews.hpp"

namespace meadow::catalog {

struct ListShopReviews {
    ShopId shop;
    std::optional<bool> unanswered;  // true: only those the shop has not answered
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListShopReviews, (), (shop, unanswered, cursor, limit))

struct ShopReview {
    ReviewView review;
    std::string title;  // of the product
};
BOOST_DESCRIBE_STRUCT(ShopReview, (), (review, title))

// What buyers say of anything a shop sells, for its staff, newest first. Those hidden by a verdict are left out.
Result<Page<ShopReview>> list_shop_reviews(ReadCtx&, const ListShopReviews&);

}  // namespace meadow::catalog
