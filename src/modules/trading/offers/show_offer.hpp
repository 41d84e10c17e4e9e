#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/trading/prices/model.hpp"

namespace meadow::trading {

inline const Setting<Duration> ship_within{"trading.ship_within", std::chrono::hours{48}, "By when a shop ships what was paid"};

struct ShowOffer {
    ProductId product;
};
BOOST_DESCRIBE_STRUCT(ShowOffer, (), (product))

struct OfferSku {
    SkuId sku;
    std::string spec;
    MediaId picture;
    Money price;
    std::int64_t available = 0;
    bool on_sale = false;
};
BOOST_DESCRIBE_STRUCT(OfferSku, (), (sku, spec, picture, price, available, on_sale))

// What a product page must know to sell.
struct Offer {
    ProductId product;
    std::string title;
    bool on_sale = false;
    catalog::ShopCard shop;
    std::vector<OfferSku> skus;
    ShopTerms terms;
    std::int64_t ships_within_hours = 0;
};
BOOST_DESCRIBE_STRUCT(Offer, (), (product, title, on_sale, shop, skus, terms, ships_within_hours))

// Live prices, stock and the delivery promise of one product.
Result<Offer> show_offer(ReadCtx&, const ShowOffer&);

}  // namespace meadow::trading
