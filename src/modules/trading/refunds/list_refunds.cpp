#include "modules/trading/refunds/list_refunds.hpp"

#include <algorithm>
#include <map>

#include "modules/catalog/catalog.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refunds/store.hpp"

namespace meadow::trading {
namespace {

Cursor key_of(const Refund& refund) { return {refund.id.value, 0}; }
Dispute dispute_of(const Refund& r)
{
    Dispute out;
    out.shop = r.shop;
    out.id = r.id;
    out.order = r.order;
    out.amount = r.amount;
    out.reason = r.reason;
    out.words = r.words;
    out.shipped = r.shipped;
    out.settled = r.settled;
    out.answer = r.answer;
    out.asked_at = r.asked_at;
    return out;
}

// `refunds` and `disputes` stand in the same order.
void name_parties(db::ReadTx& tx, const std::vector<Refund>& refunds, std::vector<Dispute>& disputes)
{
    std::vector<UserId> buyers;
    std::vector<ShopId> shops;
    for (const Refund& r : refunds) {
        buyers.push_back(r.buyer);
        shops.push_back(r.shop);
    }
    const auto people = identity::person_cards(tx, buyers);
    const auto cards = catalog::shop_cards(tx, shops);
    for (std::size_t i = 0; i < disputes.size(); ++i) {
        const auto buyer = std::find_if(people.begin(), people.end(), [&](const auto& card) { return card.id == refunds[i].buyer; });
        if (buyer != people.end()) disputes[i].buyer = *buyer;
        const auto shop = std::find_if(cards.begin(), cards.end(), [&](const auto& card) { return card.id == refunds[i].shop; });
        if (shop != cards.end()) disputes[i].shop_name = shop->name;
    }
}

// One question a shop: its orders are its own home's.
void show_orders(db::ReadTx& tx, std::vector<Dispute>& disputes)
{
    std::map<ShopId, std::vector<OrderId>> wanted;
    for (const Dispute& d : disputes) wanted[d.shop].push_back(d.order);
    for (const auto& [shop, orders] : wanted)
        for (const Order& order : store::find_orders(tx, shop, orders))
            for (Dispute& d : disputes)
                if (d.order == order.id) {
                    d.lines = shown_lines(papers_of(order));
                    d.state = order.state;
                    d.placed_at = order.placed_at;
                }
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

Result<Page<Refund>> list_refunds(ReadCtx& ctx, const ListRefunds& in)
{
    TRY(catalog::require_right(ctx.tx, ctx.who, in.shop, catalog::Right::support));
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return bad_cursor();
    const auto rows_of = in.open ? store::open_refunds : store::list_refunds;
    return page_of(rows_of(ctx.tx, in.shop, cursor->first, in.limit + 1), in.limit, key_of);
}

Result<Page<Dispute>> list_escalated(ReadCtx& ctx, const ListEscalated& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return bad_cursor();
    const std::int64_t after = in.cursor ? cursor->first : 0;
    auto refunds = page_of(store::escalated_refunds(ctx.tx, after, in.limit + 1), in.limit, key_of);
    Page<Dispute> page;
    page.next = refunds.next;
    for (const Refund& r : refunds.items) page.items.push_back(dispute_of(r));
    name_parties(ctx.tx, refunds.items, page.items);
    show_orders(ctx.tx, page.items);
    return page;
}

}  // namespace meadow::trading
