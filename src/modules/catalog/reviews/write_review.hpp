#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/reviews/list_reviews.hpp"

namespace meadow::catalog {

inline const Setting<Duration> review_window{"catalog.review_window", std::chrono::hours{24 * 180},
                                             "How long after delivery a purchase may be reviewed"};

struct WriteReview {
    ProductId product;
    OrderId order;
    Whole<1, 5> rating;
    ReviewText text;
    List<MediaId, review_pictures_max> pictures;
};
BOOST_DESCRIBE_STRUCT(WriteReview, (), (product, order, rating, text, pictures))

// One review of a product per order, by who bought it, after it was delivered.
Result<ReviewView> write_review(WriteCtx&, const WriteReview&);

}  // namespace meadow::catalog
