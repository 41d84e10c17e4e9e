#include "modules/trading/orders/check_out.hpp"

#include <algorithm>

#include "jobs/attempt.hpp"
#include "modules/trading/carts/store.hpp"
#include "modules/trading/refusals.hpp"

namespace meadow::trading {
namespace {

Result<WantedOrder> wanted(db::ReadTx& tx, UserId buyer, const CheckOutShop& shop, AddressId address)
{
    const auto lines = store::find_lines(tx, buyer, shop.shop, shop.skus);
    if (lines.size() != shop.skus.size()) return refuse(not_in_cart);
    WantedOrder out{shop.shop, {}, address, shop.expected_total};
    for (const CartLine& line : lines) out.lines.push_back({line.sku, line.count, line.note});
    return out;
}

NoOrder explained(const Refusal& no)
{
    NoOrder out{std::string(no.kind->key), std::string(no.kind->title), no.detail, {}};
    for (const FieldFault& fault : no.fields) out.errors.push_back({fault.where, fault.what});
    return out;
}

Result<PlacedOrder> place_shop(WriteCtx& ctx, const CheckOutShop& shop, AddressId address, const Result<PricedOrder>& priced)
{
    if (!priced.ok()) return priced.refusal();
    const WantedOrder order = TRY(wanted(ctx.tx, ctx.who.user, shop, address));
    // The cart may have changed since it was priced; then its price is another one's.
    const bool same = std::equal(order.lines.begin(), order.lines.end(), priced.value().lines.begin(), priced.value().lines.end(),
                                 [](const WantedLine& a, const OrderLine& b) { return a.sku == b.sku && a.count == b.count; });
    if (!same) return refuse(not_in_cart);
    const PlacedOrder placed = TRY(place(ctx, order, priced.value()));
    const auto gone = store::delete_lines(ctx.tx, ctx.who.user, shop.shop, shop.skus);
    store::count_lines(ctx.tx, ctx.who.user, -gone, INT64_MAX);
    return placed;
}

}  // namespace

Result<PricedShops> prepare_check_out(ReadCtx& ctx, const CheckOut& in)
{
    PricedShops out;
    for (const CheckOutShop& shop : in.shops) {
        const auto order = wanted(ctx.tx, ctx.who.user, shop, in.address);
        out.push_back(order.ok() ? price_order(ctx, order.value()) : Result<PricedOrder>(order.refusal()));
    }
    return out;
}

Result<CheckedOut> check_out(WriteCtx& ctx, const CheckOut& in, const PricedShops& priced)
{
    // Stock rows of several shops are locked in the order of the shops, so that two checkouts never wait for each other crosswise.
    std::vector<std::size_t> in_order(in.shops.size());
    for (std::size_t i = 0; i < in_order.size(); ++i) in_order[i] = i;
    std::sort(in_order.begin(), in_order.end(), [&](std::size_t a, std::size_t b) { return in.shops[a].shop < in.shops[b].shop; });

    CheckedOut out;
    out.shops.resize(in.shops.size());
    std::optional<Refusal> first_no;
    bool any = false;
    for (const std::size_t i : in_order) {
        const auto placed = jobs::attempt(ctx, [&] { return place_shop(ctx, in.shops[i], in.address, priced[i]); });
        out.shops[i].shop = in.shops[i].shop;
        if (placed.ok()) {
            out.shops[i].order = placed.value();
            any = true;
        } else {
            out.shops[i].refused = explained(placed.refusal());
            if (!first_no) first_no = placed.refusal();
        }
    }
    if (!any) return *first_no;
    return out;
}

}  // namespace meadow::trading
