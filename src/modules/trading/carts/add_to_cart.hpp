#pragma once
#include "jobs/context.hpp"
#include "modules/trading/carts/model.hpp"

namespace meadow::trading {

struct AddToCart {
    ShopId shop;
    SkuId sku;
    Whole<1, most_of_one> count;
    std::optional<NoteId> note;
};
BOOST_DESCRIBE_STRUCT(AddToCart, (), (shop, sku, count, note))

// Puts pieces of a SKU into my cart, more if it is there already. What is not on sale cannot be put in.
Done add_to_cart(WriteCtx&, const AddToCart&);

}  // namespace meadow::trading
