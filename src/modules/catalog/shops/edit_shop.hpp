#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/shops/model.hpp"
#include "modules/catalog/shops/show_shop.hpp"

namespace meadow::catalog {

// Members that are absent stay as they are. Company and licence come together, or both empty.
struct EditShop {
    ShopId shop;
    std::optional<ShopName> name;
    std::optional<Intro> intro;
    std::optional<CityName> city;
    std::optional<MediaId> logo;
    std::optional<Text<0, 80>> company;
    std::optional<Text<0, 18>> licence;
};
BOOST_DESCRIBE_STRUCT(EditShop, (), (shop, name, intro, city, logo, company, licence))

Result<ShopView> edit_shop(WriteCtx&, const EditShop&);

// Whether company and licence may stand beside each other.
Done check_licence(std::string_view company, std::string_view licence);

}  // namespace meadow::catalog
