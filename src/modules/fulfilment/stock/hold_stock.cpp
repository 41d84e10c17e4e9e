#include <algorithm>
#include <cassert>
#include <numeric>

#include "modules/fulfilment/events.hpp"
#include "modules/fulfilment/fulfilment.hpp"
#include "modules/fulfilment/refusals.hpp"
#include "modules/fulfilment/stock/store.hpp"

namespace meadow::fulfilment {
namespace {

const Setting<std::int64_t> most_held{"fulfilment.most_held", 20, "Pieces one person may hold unpaid in one shop"};

struct Share {
    store::Taken from;
    std::int64_t count;
};

// No single warehouse had them all, or another process was quicker at the one that was chosen: takes them where they are.
// Empty when they are not there. What was taken in vain is undone by the refusal that follows.
std::vector<Share> take_piecemeal(db::Tx& tx, ShopId shop, const SkuCount& wanted, const std::vector<store::Left>& left)
{
    std::vector<Share> shares;
    std::int64_t missing = wanted.count;
    for (const store::Left& there : left) {
        const std::int64_t count = std::min(missing, there.available);
        const auto taken = store::take_from(tx, {shop, wanted.sku, there.warehouse}, count);
        if (!taken) continue;
        shares.push_back({*taken, count});
        missing -= count;
        if (missing == 0) return shares;
    }
    return {};
}

std::vector<Share> shares_of(db::Tx& tx, ShopId shop, const SkuCount& wanted, const std::optional<store::Taken>& taken, std::int64_t& left_over)
{
    if (taken) return {{*taken, wanted.count}};
    const auto left = store::left(tx, shop, wanted.sku);
    left_over = std::accumulate(left.begin(), left.end(), std::int64_t{0}, [](std::int64_t sum, const auto& l) { return sum + l.available; });
    return left_over < wanted.count ? std::vector<Share>{} : take_piecemeal(tx, shop, wanted, left);
}

}  // namespace

// Three statements for one SKU from one warehouse: take and count against the buyer, asked together, and enter into the journal.
Done hold_stock(WriteCtx& ctx, ShopId shop, OrderId order, UserId buyer, const std::vector<SkuCount>& wanted)
{
    // Always in the order of the SKUs: two orders that want the same pair must not wait for each other crosswise.
    std::vector<std::size_t> in_order(wanted.size());
    std::iota(in_order.begin(), in_order.end(), std::size_t{0});
    std::sort(in_order.begin(), in_order.end(), [&](std::size_t a, std::size_t b) { return wanted[a].sku < wanted[b].sku; });

    std::int64_t pieces = 0;
    std::vector<db::Asked<store::Taken>> taken;
    for (const std::size_t i : in_order) {
        assert(wanted[i].count > 0);
        taken.push_back(store::ask_take(ctx.tx, shop, wanted[i].sku, wanted[i].count));
        pieces += wanted[i].count;
    }
    auto allowed = store::ask_allowance(ctx.tx, shop, buyer, SkuId{}, pieces, most_held(ctx));

    std::vector<FieldFault> lacking;
    for (std::size_t n = 0; n < in_order.size(); ++n) {
        const std::size_t i = in_order[n];
        const SkuCount& line = wanted[i];
        std::int64_t left_over = 0, hold_limit = 0;
        const auto shares = shares_of(ctx.tx, shop, line, taken[n].one(), left_over);
        if (shares.empty()) {
            lacking.push_back({"/lines/" + std::to_string(i), left_over == 0 ? "is sold out" : "has only " + std::to_string(left_over) + " left"});
            continue;
        }
        for (const Share& share : shares) {
            store::enter_first(ctx.tx, shop, {order.value, line.sku, share.from.warehouse, 1, Bucket::available, Bucket::held, share.count,
                                              buyer, "ordered", ctx.now});
            hold_limit = std::max(hold_limit, share.from.hold_limit);
        }
        if (hold_limit > 0 && store::ask_allowance(ctx.tx, shop, buyer, line.sku, line.count, hold_limit).rows_changed() == 0)
            return refuse(holds_too_many, "Pay or cancel what you have ordered first", {{"/lines/" + std::to_string(i), "is too much for one person"}});
        if (shares.back().from.available == 0 && store::left_in_all(ctx.tx, shop, line.sku) == 0) ctx.tell(StockTurned{shop, line.sku, false});
    }
    if (!lacking.empty()) return refuse(sold_out, "", std::move(lacking));
    if (allowed.rows_changed() == 0)
        return refuse(holds_too_many, "Pay or cancel what you have ordered first");
    return done();
}

}  // namespace meadow::fulfilment
