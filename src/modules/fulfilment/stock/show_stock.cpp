#include "modules/fulfilment/stock/show_stock.hpp"

#include <map>
#include <set>

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
            m.who ? std::optional(m.who) : std::nullopt, m.why, m.at, "", ""};
}

// What the SKUs of these rows are called; one statement however many.
template <class Row>
std::map<SkuId, catalog::SkuOffer> names_of(ReadCtx& ctx, ShopId shop, const std::vector<Row>& rows)
{
    std::set<SkuId> skus;
    for (const Row& row : rows) skus.insert(row.sku);
    std::map<SkuId, catalog::SkuOffer> out;
    for (catalog::SkuOffer& offer : catalog::sku_offers(ctx.tx, shop, {skus.begin(), skus.end()})) out.emplace(offer.sku, std::move(offer));
    return out;
}

}  // namespace

Result<Page<StockLine>> list_stock(ReadCtx& ctx, const ListStock& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const std::int64_t below = in.below ? std::int64_t(*in.below) : INT64_MAX;
    const auto rows = page_of(store::list_stock(ctx.tx, in.shop, *cursor, below, in.limit + 1), in.limit,
                              [](const Stock& s) { return Cursor{s.sku.value, s.warehouse.value}; });
    const auto names = names_of(ctx, in.shop, rows.items);
    Page<StockLine> page;
    page.next = rows.next;
    for (const Stock& s : rows.items) {
        StockLine line{s.sku, s.warehouse, s.available, s.held, s.sold, s.hold_limit, s.version, {}, "", "", {}};
        if (const auto name = names.find(s.sku); name != names.end()) {
            line.product = name->second.product;
            line.title = name->second.title;
            line.spec = name->second.spec;
            if (name->second.picture) line.picture = name->second.picture;
        }
        page.items.push_back(std::move(line));
    }
    return page;
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
    const auto names = names_of(ctx, in.shop, moves);
    for (const StockMove& m : moves) {
        MoveView& view = page.items.emplace_back(view_of(m));
        if (const auto name = names.find(m.sku); name != names.end()) {
            view.title = name->second.title;
            view.spec = name->second.spec;
        }
    }
    return page;
}

}  // namespace meadow::fulfilment
