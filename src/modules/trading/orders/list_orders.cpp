#include "modules/trading/orders/list_orders.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/trading/orders/buyer_store.hpp"

namespace meadow::trading {
namespace {

constexpr std::int64_t scanned_at_once = 2000;

// Ids are made of the millisecond they are made in, so a span of time is a span of ids.
std::int64_t first_id_of(Instant at) { return compose_id(at.ms(), 0, 0); }

Refusal bad_cursor() { return refuse(bad_input, "", {{"?cursor", "is not one of ours"}}); }

}  // namespace

Result<Page<BuyerOrder>> list_my_orders(ReadCtx& ctx, const ListMyOrders& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return bad_cursor();
    auto rows = store::list_buyer_orders(ctx.tx, ctx.who.user, cursor->first, in.tab == OrderTab::all ? in.limit + 1 : scanned_orders);
    const bool all_seen = in.tab == OrderTab::all || std::int64_t(rows.size()) < scanned_orders;
    const std::int64_t last_seen = rows.empty() ? 0 : rows.back().order.value;
    rows.erase(std::remove_if(rows.begin(), rows.end(), [&](const BuyerOrder& order) { return !stands_under(in.tab, order); }), rows.end());
    auto page = page_of(std::move(rows), in.limit, [](const BuyerOrder& order) { return Cursor{order.order.value, 0}; });
    if (!page.next && !all_seen) page.next = cursor_text({last_seen, 0});
    return page;
}

Result<FoundOrders> find_shop_orders(ReadCtx& ctx, const ListShopOrders& in, std::int64_t limit)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return bad_cursor();
    const std::int64_t from = in.from ? first_id_of(*in.from) : 0;
    const std::int64_t before = std::min(cursor->first, in.until ? first_id_of(*in.until) : INT64_MAX);
    const bool waiting = in.state == OrderState::paid || in.state == OrderState::refunding;
    const std::int64_t scan = std::max(limit + 1, in.state ? scanned_at_once : 0);
    const auto rows = (waiting ? store::waiting_orders : store::newest_orders)(ctx.tx, in.shop, from, before, scan);

    FoundOrders out;
    for (const store::Standing& row : rows) {
        if (in.state && row.state != *in.state) continue;
        if (std::int64_t(out.ids.size()) == limit) {
            out.next = cursor_text({out.ids.back().value, 0});
            return out;
        }
        out.ids.push_back(row.order);
    }
    if (std::int64_t(rows.size()) == scan) out.next = cursor_text({rows.back().order.value, 0});
    return out;
}

Result<Page<OrderView>> list_shop_orders(ReadCtx& ctx, const ListShopOrders& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const FoundOrders found = TRY(find_shop_orders(ctx, in, in.limit));
    Page<OrderView> page;
    page.next = found.next;
    for (const Order& order : store::find_orders(ctx.tx, in.shop, found.ids)) page.items.push_back(view_of(order));
    return page;
}

}  // namespace meadow::trading
