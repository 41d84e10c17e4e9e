#include "modules/catalog/shops/show_shop.hpp"

#include "modules/catalog/reviews/store.hpp"
#include "modules/catalog/shops/store.hpp"

namespace meadow::catalog {

Result<ShopView> show_shop(ReadCtx& ctx, const ShowShop& in)
{
    const auto shop = store::find_shop(ctx.tx, in.shop);
    if (!shop) return refuse(not_found);
    ShopView view{shop->id,       shop->name,  shop->intro,   shop->city,    {},           shop->owner,
                  shop->profile,  shop->state, shop->company, shop->licence, shop->listed, store::rating_of(ctx.tx, shop->id, {}),
                  shop->opened_at};
    if (shop->logo)
        for (media::Picture& picture : media::pictures(ctx.tx, {shop->logo})) view.logo = std::move(picture);
    return view;
}

}  // namespace meadow::catalog
