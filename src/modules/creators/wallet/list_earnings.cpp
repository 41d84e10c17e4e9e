#include "modules/creators/wallet/list_earnings.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"

namespace meadow::creators {
namespace {

EarningCard card_of(const Credit& c, const std::vector<catalog::ProductCard>& products)
{
    const auto product = std::find_if(products.begin(), products.end(), [&](const auto& p) { return p.id == c.product; });
    return {c.id,      c.state,  c.note,   c.first_note, c.first_at,   c.last_note,     c.last_at,   c.product,   product == products.end() ? "" : product->title,
            c.pieces,  c.base,   c.rate,   c.commission, c.platform_part, c.earning(), c.placed_at, c.changed_at};
}

}  // namespace

Result<Page<EarningCard>> list_earnings(ReadCtx& ctx, const ListEarnings& in)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    const auto credits = page_of(store::list_credits(ctx.tx, ctx.who.user, in.state, CreditId{cursor->first}, in.limit + 1), in.limit,
                                 [](const Credit& c) { return Cursor{c.id.value, 0}; });
    std::vector<ProductId> ids;
    for (const Credit& c : credits.items) ids.push_back(c.product);
    const auto products = catalog::product_cards(ctx.tx, ids);
    Page<EarningCard> page;
    page.next = credits.next;
    for (const Credit& c : credits.items) page.items.push_back(card_of(c, products));
    return page;
}

Result<std::vector<store::Earning>> sum_earnings(ReadCtx& ctx, const Nothing&)
{
    const auto known = store::earnings(ctx.tx, ctx.who.user);
    std::vector<store::Earning> out;
    for (const CreditState state : {CreditState::pending, CreditState::payable, CreditState::paid, CreditState::clawed_back, CreditState::void_}) {
        const auto at = std::find_if(known.begin(), known.end(), [&](const auto& e) { return e.state == state; });
        out.push_back(at == known.end() ? store::Earning{state, 0, {}} : *at);
    }
    return out;
}

}  // namespace meadow::creators
