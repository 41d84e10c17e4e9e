#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/catalog/reviews/model.hpp"
#include "modules/identity/identity.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {

struct ReviewView {
    ReviewId id;
    ProductId product;
    std::optional<identity::PersonCard> buyer;  // absent: has left
    std::string spec;
    std::int64_t rating = 0;
    std::string text;
    std::vector<media::Picture> pictures;
    std::string follow_up;
    std::optional<Instant> followed_up_at;
    std::string reply;
    std::optional<Instant> replied_at;
    Instant written_at;
};
BOOST_DESCRIBE_STRUCT(ReviewView, (),
                      (id, product, buyer, spec, rating, text, pictures, follow_up, followed_up_at, reply, replied_at, written_at))

// In the same order.
std::vector<ReviewView> view_of(ReadCtx&, const std::vector<Review>&);

struct ListReviews {
    ProductId product;
    std::optional<Whole<1, 5>> rating;
    std::optional<bool> pictured;  // true: only those with pictures
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListReviews, (), (product, rating, pictured, cursor, limit))

// Newest first, all of them but those hidden by a verdict.
Result<Page<ReviewView>> list_reviews(ReadCtx&, const ListReviews&);

}  // namespace meadow::catalog
