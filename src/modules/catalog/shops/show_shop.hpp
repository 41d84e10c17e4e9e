#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/reviews/model.hpp"
#include "modules/catalog/shops/model.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {

// What everybody sees of a shop. The licence is shown as art. 15 of the E-Commerce Law asks.
struct ShopView {
    ShopId id;
    std::string name;
    std::string intro;
    std::string city;
    std::optional<media::Picture> logo;
    UserId owner;
    ShopProfile profile{};
    ShopState state{};
    std::string company;
    std::string licence;
    std::int64_t products = 0;  // listed
    Rating rating;              // of all its products
    Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(ShopView, (),
                      (id, name, intro, city, logo, owner, profile, state, company, licence, products, rating, opened_at))

struct ShowShop {
    ShopId shop;
};
BOOST_DESCRIBE_STRUCT(ShowShop, (), (shop))

Result<ShopView> show_shop(ReadCtx&, const ShowShop&);

}  // namespace meadow::catalog
