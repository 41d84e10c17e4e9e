#include "modules/fulfilment/stock/show_stock.hpp"

#include "modules/catalog/catalog.hpp"
#include "modules/fulfilment/stock/store.hpp"

namespace meadow::fulfilment {
namespace {

// A journal line's key has four parts; a cursor holds two numbers: two cursors, then.
std::string place_of(const StockMove& m)
{
    return cursor_text({m.cause, m.sku.value}) + "~" + cursor_text({m.warehouse.value, m.step});
}

std::optional<StockMove> parse_place(std::string_view text)
{
    const std::size_t middle = text.find('~');
    if (middle == std::string_view::npos) return {};
    const auto first = parse_cursor(text.substr(0, middle)), second = parse_cursor(text.substr(middle + 1));
    if (!first || !second) return {};
    StockMove out;
    out.cause = first->first;
    out.sku = SkuId{first->second};
    out.warehouse = WarehouseId{second->first};
    out.step = second->second;
    return out;
}

MoveView view_of(const StockMove& m)
{
    const bool correction = m.from == Bucket::outside || m.to == Bucket::outside;
    return {correction ? std::nullopt : std::optional(OrderId{m.cause}), m.sku, m.warehouse, m.from, m.to, m.count,
            m.who ? std::optional(m.who) : std::nullopt, m.why, m.at};
}

}  // namespace

Result<Page<Stock>> list_stock(ReadCtx& ctx, const ListStock& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    return page_of(store::list_stock(ctx.tx, in.shop, *cursor, in.limit + 1), in.limit,
                   [](const Stock& s) { return Cursor{s.sku.value, s.warehouse.value}; });
}

Result<std::vector<Stock>> show_stock(ReadCtx& ctx, const ShowStock& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    return store::stock_of(ctx.tx, in.shop, in.sku);
}

Result<Page<MoveView>> list_moves(ReadCtx& ctx, const ListMoves& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const auto after = in.cursor ? parse_place(*in.cursor) : std::nullopt;
    if (in.cursor && !after) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    auto moves = store::journal(ctx.tx, in.shop, after, in.limit + 1);
    Page<MoveView> page;
    if (std::int64_t(moves.size()) > in.limit) {
        moves.resize(std::size_t(in.limit));
        page.next = place_of(moves.back());
    }
    for (const StockMove& m : moves) page.items.push_back(view_of(m));
    return page;
}

}  // namespace meadow::fulfilment
