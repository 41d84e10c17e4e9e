// A product that somebody is led to, as lists of them show it.
#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/discovery/search/highlights.hpp"
#include "modules/media/media.hpp"

namespace meadow::discovery {

struct FoundProduct {
    ProductId id;
    ShopId shop;
    std::string shop_name;
    std::string title;
    std::vector<Highlight> highlights;          // in the title
    std::optional<media::Picture> cover;
    std::string category;
    Money price_from;
    std::string brand;                          // empty: none is known
    catalog::ShopProfile profile{};             // of the shop
    std::int64_t ratings = 0;                   // how many there are
    std::int64_t stars = 0;                     // their sum
    bool in_stock = false;
};
BOOST_DESCRIBE_STRUCT(FoundProduct, (), (id, shop, shop_name, title, highlights, cover, category, price_from, brand, profile, ratings, stars, in_stock))

// Those of them that are on sale, in the order given; none of a shop whose owner blocks the reader or is blocked by them.
std::vector<FoundProduct> found_products(ReadCtx&, const std::vector<std::int64_t>& ids, const lang::Query&);

}  // namespace meadow::discovery
