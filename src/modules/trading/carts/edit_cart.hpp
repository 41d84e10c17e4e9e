#pragma once
#include "jobs/context.hpp"
#include "modules/trading/carts/model.hpp"

namespace meadow::trading {

struct CartPlace {
    ShopId shop;
    SkuId sku;
};
BOOST_DESCRIBE_STRUCT(CartPlace, (), (shop, sku))

struct EditCart {
    ShopId shop;
    SkuId sku;
    Whole<1, most_of_one> count;
};
BOOST_DESCRIBE_STRUCT(EditCart, (), (shop, sku, count))

Done edit_cart(WriteCtx&, const EditCart&);
Done remove_from_cart(WriteCtx&, const CartPlace&);   // no error when it was not there
Done clear_cart(WriteCtx&, const Nothing&);

}  // namespace meadow::trading
