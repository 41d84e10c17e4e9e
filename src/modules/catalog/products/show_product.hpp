#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/products/model.hpp"
#include "modules/catalog/reviews/model.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {

struct SkuView {
    SkuId id;
    std::string spec;
    std::vector<OptionValue> choice;
    std::optional<MediaId> picture;
    Money price;
    std::optional<Money> market_price;
    bool on_sale = false;
};
BOOST_DESCRIBE_STRUCT(SkuView, (), (id, spec, choice, picture, price, market_price, on_sale))

// The product's page.
struct ProductView {
    ProductId id;
    ProductState state{};
    bool on_sale = false;
    std::int64_t version = 0;
    std::string title;
    std::string description;
    std::vector<media::Picture> pictures;  // of the SKUs too; the first is the cover
    std::string category;
    Rate tax;
    Rate commission;
    Money price_from;
    std::vector<Option> options;
    std::vector<SkuView> skus;
    // What moves without a new version stands last, as in MovingPart.
    ShopCard shop;
    Rating rating;
};
BOOST_DESCRIBE_STRUCT(ProductView, (),
                      (id, state, on_sale, version, title, description, pictures, category, tax, commission, price_from,
                       options, skus, shop, rating))

struct ShowProduct {
    ProductId product;
};
BOOST_DESCRIBE_STRUCT(ShowProduct, (), (product))

// Everybody sees what is or was on sale; what never was, or is hidden by a verdict, only the shop's staff.
Result<ProductView> show_product(ReadCtx&, const ShowProduct&);
// The same as JSON, most of which is kept between readers.
Result<Rendered<ProductView>> show_product_page(ReadCtx&, const ShowProduct&);

}  // namespace meadow::catalog
