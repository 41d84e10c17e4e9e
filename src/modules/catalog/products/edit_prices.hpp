#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/products/model.hpp"

namespace meadow::catalog {

struct NewPrice {
    SkuId sku;
    Money price;
    std::optional<Money> market_price;  // absent: stays
};
BOOST_DESCRIBE_STRUCT(NewPrice, (), (sku, price, market_price))

struct EditPrices {
    ShopId shop;
    List<NewPrice, 200, 1> prices;
};
BOOST_DESCRIBE_STRUCT(EditPrices, (), (shop, prices))

// Prices of many SKUs at once, all or none. Each product is edited as by edit_product: in a POP store its change waits for review,
// on top of a change that waits already. A product all of whose prices are so already is left alone.
Done edit_prices(WriteCtx&, const EditPrices&);

}  // namespace meadow::catalog
