#include "modules/catalog/shops/list_shop_moves.hpp"

#include "modules/catalog/paging.hpp"

namespace meadow::catalog {

Result<Page<store::ShopMoved>> list_shop_moves(ReadCtx& ctx, const ListShopMoves& in)
{
    if (!ctx.who.is(Role::operator_)) TRY(require_right(ctx.tx, ctx.who, in.shop, Right::support));
    const Cursor cursor = TRY(newest_first(in.cursor));
    return page_of(store::list_shop_moves(ctx.tx, in.shop, cursor, in.limit + 1), in.limit, [](const store::ShopMoved& m) {
        return Cursor{m.id.value, 0};
    });
}

}  // namespace meadow::catalog
