#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/shops/model.hpp"
#include "modules/catalog/shops/show_shop.hpp"

namespace meadow::catalog {

inline const Setting<std::int64_t> most_shops{"catalog.most_shops", 5, "How many shops one person may have"};

struct OpenShop {
    ShopName name;
    Intro intro;
    CityName city;
    std::optional<MediaId> logo;
};
BOOST_DESCRIBE_STRUCT(OpenShop, (), (name, intro, city, logo))

// Opens a light shop: it may sell at once (DOMAIN §1, row 4).
Result<ShopView> open_shop(WriteCtx&, const OpenShop&);

// What both kinds of opening have in common. Refuses shop_name_taken and too_many_shops.
Result<Shop> found_shop(WriteCtx&, Shop);

}  // namespace meadow::catalog
