#include "modules/trading/terms/set_terms.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/trading/terms/store.hpp"

namespace meadow::trading {

Result<ShopTerms> show_terms(ReadCtx& ctx, const OneShop& in)
{
    if (catalog::shop_cards(ctx.tx, {in.shop}).empty()) return refuse(not_found);
    return store::find_terms(ctx.tx, in.shop);
}

Result<ShopTerms> set_terms(WriteCtx& ctx, const SetTerms& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::editor));
    ShopTerms terms;
    terms.shipping_fee = {in.shipping_fee};
    if (in.free_from) terms.free_from = Money{*in.free_from};
    terms.round_to = in.round_to == Rounding::yuan ? 100 : in.round_to == Rounding::jiao ? 10 : 1;
    store::put_terms(ctx.tx, in.shop, terms);
    catalog::enter_in_log(ctx, in.shop, "terms_changed");
    return terms;
}

}  // namespace meadow::trading
