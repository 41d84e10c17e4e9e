#include "modules/trading/carts/add_to_cart.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/trading/carts/store.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {

Done add_to_cart(WriteCtx& ctx, const AddToCart& in)
{
    const auto offers = catalog::sku_offers(ctx.tx, in.shop, {in.sku});
    if (offers.empty()) return refuse(not_found);
    if (!offers.front().on_sale) return refuse(not_on_sale);

    const CartLine line{in.shop, in.sku, in.count, offers.front().price, in.note, ctx.now};
    if (!store::insert_line(ctx.tx, ctx.who.user, line)) store::add_pieces(ctx.tx, ctx.who.user, line);
    else if (!store::count_lines(ctx.tx, ctx.who.user, +1, most_cart_lines(ctx))) return refuse(cart_full, "Buy or remove something first");
    return done();
}

}  // namespace meadow::trading
