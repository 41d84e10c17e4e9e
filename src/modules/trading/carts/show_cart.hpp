#pragma once
#include "jobs/context.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/trading/carts/model.hpp"
#include "modules/trading/prices/model.hpp"

namespace meadow::trading {

struct CartItem {
    SkuId sku;
    ProductId product;         // none when the SKU is gone
    std::string title;
    std::string spec;
    MediaId picture;
    Money price;               // of one piece, now
    Money seen_price;          // when it was put in
    std::int64_t count = 0;
    std::int64_t available = 0;
    LineFlag flag{};
    std::optional<NoteId> note;
};
BOOST_DESCRIBE_STRUCT(CartItem, (), (sku, product, title, spec, picture, price, seen_price, count, available, flag, note))

// The lines of one shop and what they would cost together, those that cannot be bought left out.
struct CartShop {
    catalog::ShopCard shop;
    std::vector<CartItem> items;
    Money total;
    std::vector<PriceLine> price;   // empty when nothing can be bought
    ShopTerms terms;                // what some of the lines alone would cost follows from them
};
BOOST_DESCRIBE_STRUCT(CartShop, (), (shop, items, total, price, terms))

struct CartView {
    std::vector<CartShop> shops;
    std::int64_t lines = 0;
    std::int64_t ships_within_hours = 0;   // the promise every shop gives
};
BOOST_DESCRIBE_STRUCT(CartView, (), (shops, lines, ships_within_hours))

// My cart, held against live price and stock: a line that has changed says so, and the rest goes on.
Result<CartView> show_cart(ReadCtx&, const Nothing&);

}  // namespace meadow::trading
