// What buyers say of what they received. Art. 39 of the E-Commerce Law: reviews may not be deleted; only a verdict can hide one,
// and then it counts no more. Pure.
#pragma once
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::catalog {

constexpr int review_pictures_max = 9;
using ReviewText = Text<1, 1000>;

// A row of catalog_reviews.
struct Review {
    ShopId shop;
    ProductId product;
    ReviewId id;
    UserId buyer;
    OrderId order;
    std::string spec;
    std::int64_t rating = 0;
    std::string text;
    std::vector<MediaId> pictures;
    std::string follow_up;
    Instant followed_up_at;
    std::string reply;
    Instant replied_at;
    bool hidden = false;
    Instant written_at;
};
BOOST_DESCRIBE_STRUCT(Review, (),
                      (shop, product, id, buyer, order, spec, rating, text, pictures, follow_up, followed_up_at, reply, replied_at,
                       hidden, written_at))

// Exact at any moment. The average is sum / count; whoever shows it divides.
struct Rating {
    std::int64_t one = 0, two = 0, three = 0, four = 0, five = 0;
    std::int64_t pictured = 0;  // of them with pictures
    std::int64_t count = 0;
    std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(Rating, (), (one, two, three, four, five, pictured, count, sum))

}  // namespace meadow::catalog
