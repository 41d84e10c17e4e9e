#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/reviews/list_reviews.hpp"

namespace meadow::catalog {

struct AnswerReview {
    ReviewId review;
    ReviewText text;
};
BOOST_DESCRIBE_STRUCT(AnswerReview, (), (review, text))

// The merchant's reply; once.
Result<ReviewView> answer_review(WriteCtx&, const AnswerReview&);
// The buyer's second word, after using it for a while; once.
Result<ReviewView> follow_up_review(WriteCtx&, const AnswerReview&);

}  // namespace meadow::catalog
