#include "modules/trading/refunds/list_refunds.hpp"

#include <algorithm>
#include <map>

#include "modules/catalog/catalog.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {
namespace {

Cursor key_of(const Refund& refund) { return {refund.id.value, 0}; }
RefundCase case_of(const Refund& r)
{
    RefundCase out;
    out.shop = r.shop;
    out.id = r.id;
    out.order = r.order;
    out.cause = r.cause;
    out.state = r.state;
    out.amount = r.amount;
    out.reason = r.reason;
    out.words = r.words;
    out.pictures = r.pictures;
    out.shipped = r.shipped;
    out.settled = r.settled;
    out.answer = r.answer;
    out.asked_at = r.asked_at;
    out.answer_by = r.answer_by;
    return out;
}

// `refunds` and `cases` stand in the same order.
void name_parties(db::ReadTx& tx, const std::vector<Refund>& refunds, std::vector<RefundCase>& cases)
{
    std::vector<UserId> buyers;
    std::vector<ShopId> shops;
    for (const Refund& r : refunds) {
        buyers.push_back(r.buyer);
        shops.push_back(r.shop);
    }
    const auto people = identity::person_cards(tx, buyers);
    const auto cards = catalog::shop_cards(tx, shops);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto buyer = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == refunds[i].buyer; });
        if (buyer != people.end()) cases[i].buyer = *buyer;
        const auto shop = std::find_if(cards.begin(), cards.end(), [&](const auto& card) { return card.id == refunds[i].shop; });
        if (shop != cards.end()) cases[i].shop_name = shop->name;
    }
}

// One question a shop: its orders are its own home's.
void show_orders(db::ReadTx& tx, std::vector<RefundCase>& cases)
{
    std::map<ShopId, std::vector<OrderId>> wanted;
    for (const RefundCase& c : cases) wanted[c.shop].push_back(c.order);
    for (const auto& [shop, orders] : wanted)
        for (const Order& order : store::find_orders(tx, shop, orders))
            for (RefundCase& c : cases)
                if (c.order == order.id) {
                    c.lines = shown_lines(papers_of(order));
                    c.order_state = order.state;
                    c.placed_at = order.placed_at;
                }
}

Page<RefundCase> shown(db::ReadTx& tx, Page<Refund> refunds)
{
    Page<RefundCase> page;
    page.next = std::move(refunds.next);
    for (const Refund& r : refunds.items) page.items.push_back(case_of(r));
    name_parties(tx, refunds.items, page.items);
    show_orders(tx, page.items);
    return page;
}

Refusal bad_cursor() { return refuse(bad_input, "", {{"?cursor", "is not one of ours"}}); }

}  // namespace

Result<Refund> show_refund(ReadCtx& ctx, const OneRefund& in)
{
    const auto refund = store::find_refund(ctx.tx, in.shop, in.refund);
    if (!refund) return refuse(not_found);
    if (refund->buyer != ctx.who.user) TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    return *refund;
}

Result<Page<RefundCase>> list_refunds(ReadCtx& ctx, const ListRefunds& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return bad_cursor();
    const auto rows_of = in.open ? store::open_refunds : store::list_refunds;
    return shown(ctx.tx, page_of(rows_of(ctx.tx, in.shop, cursor->first, in.limit + 1), in.limit, key_of));
}

Result<Page<RefundCase>> list_escalated(ReadCtx& ctx, const ListEscalated& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return bad_cursor();
    const std::int64_t after = in.cursor ? cursor->first : 0;
    return shown(ctx.tx, page_of(store::escalated_refunds(ctx.tx, after, in.limit + 1), in.limit, key_of));
}

}  // namespace meadow::trading
