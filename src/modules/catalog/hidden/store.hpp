// What is hidden of catalog_products and catalog_reviews, over all homes: few, and for moderators only.
#pragma once
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/tx.hpp"

namespace meadow::catalog::store {

template <class SomeId>
struct Hidden {
    SomeId id;
    UserId by;
    std::string title;
    std::string text;
    Instant at;
};
using HiddenProduct = Hidden<ProductId>;
using HiddenReview = Hidden<ReviewId>;
BOOST_DESCRIBE_STRUCT(HiddenProduct, (), (id, by, title, text, at))
BOOST_DESCRIBE_STRUCT(HiddenReview, (), (id, by, title, text, at))

// Newest first; `like` is a pattern in lower case whose escape is '!'.
std::vector<HiddenProduct> hidden_products(db::ReadTx&, const std::string& like, ProductId before, std::int64_t limit);
std::vector<HiddenReview> hidden_reviews(db::ReadTx&, const std::string& like, ReviewId before, std::int64_t limit);

}  // namespace meadow::catalog::store
