// What catalog tells the street.
#pragma once
#include "base/describe.hpp"
#include "base/ids.hpp"

namespace meadow::catalog {

struct ShopOpened {
    static constexpr std::string_view kind = "catalog.shop_opened";
    ShopId shop;
    UserId owner;
};
BOOST_DESCRIBE_STRUCT(ShopOpened, (), (shop, owner))

// The shop opened its doors again or closed them: everything it lists is on sale, or is not. Told onwards product by product;
// `after` is where the telling has come to.
struct ShopTurned {
    static constexpr std::string_view kind = "catalog.shop_turned";
    ShopId shop;
    ProductId after;
};
BOOST_DESCRIBE_STRUCT(ShopTurned, (), (shop, after))

// A SKU exists from now on; `stock` is what the merchant counted when it was entered.
struct SkuAdded {
    static constexpr std::string_view kind = "catalog.sku_added";
    ShopId shop;
    ProductId product;
    SkuId sku;
    std::int64_t stock = 0;
};
BOOST_DESCRIBE_STRUCT(SkuAdded, (), (shop, product, sku, stock))

// On sale from now on, or changed while on sale. Heard by search, feeds and caches.
struct ProductListed {
    static constexpr std::string_view kind = "catalog.product_listed";
    ShopId shop;
    ProductId product;
};
BOOST_DESCRIBE_STRUCT(ProductListed, (), (shop, product))

// Not on sale any more: taken off by the merchant, by review, or with its shop.
struct ProductWithdrawn {
    static constexpr std::string_view kind = "catalog.product_withdrawn";
    ShopId shop;
    ProductId product;
};
BOOST_DESCRIBE_STRUCT(ProductWithdrawn, (), (shop, product))

struct ReviewWritten {
    static constexpr std::string_view kind = "catalog.review_written";
    ShopId shop;
    ProductId product;
    ReviewId review;
    UserId buyer;
    std::int64_t rating = 0;  // 1…5
};
BOOST_DESCRIBE_STRUCT(ReviewWritten, (), (shop, product, review, buyer, rating))

// Told by catalog to itself: somebody who has left still has a part in shops. Large ones are left piece by piece.
struct PersonToForget {
    static constexpr std::string_view kind = "catalog.person_to_forget";
    UserId user;
};
BOOST_DESCRIBE_STRUCT(PersonToForget, (), (user))

}  // namespace meadow::catalog
