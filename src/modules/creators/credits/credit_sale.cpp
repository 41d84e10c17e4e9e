#include "modules/creators/credits/credit_sale.hpp"

#include <algorithm>

#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"
#include "modules/creators/credits/follow_order.hpp"
#include "modules/creators/credits/move_credit.hpp"
#include "modules/creators/credits/store.hpp"
#include "modules/creators/offers/store.hpp"
#include "modules/creators/touches/store.hpp"

namespace meadow::creators {
namespace {

std::vector<ProductId> products_of(const trading::OrderPlaced& news)
{
    std::vector<ProductId> out;
    for (const auto& line : news.lines)
        if (line.commission > Rate{0}) out.push_back(line.product);
    return out;
}

// What the cart says, where it is true: the note is public and pins the product.
std::vector<Touch> hinted(WriteCtx& ctx, const trading::OrderPlaced& news)
{
    std::vector<NoteId> ids;
    for (const auto& line : news.lines)
        if (line.note) ids.push_back(*line.note);
    std::vector<Touch> out;
    if (ids.empty()) return out;
    const auto notes = community::public_notes(ctx.tx, ids);
    for (const auto& line : news.lines)
        for (const auto& note : notes)
            if (line.note == note.id && std::find(note.products.begin(), note.products.end(), line.product) != note.products.end())
                out.push_back({line.product, note.id, TouchKind::click, note.author, news.at, news.at});
    return out;
}

bool was_clicked(const std::vector<Touch>& touches, const Touch& hint)
{
    return std::any_of(touches.begin(), touches.end(), [&](const Touch& t) {
        return t.product == hint.product && t.note == hint.note && t.kind == TouchKind::click;
    });
}

// All that may have led the buyer to these products and may be paid for it.
std::vector<Touch> candidates(WriteCtx& ctx, const trading::OrderPlaced& news)
{
    std::vector<Touch> touches = store::touches_of(ctx.tx, toucher_of(news.buyer), products_of(news));
    for (const Touch& hint : hinted(ctx, news))
        if (!was_clicked(touches, hint)) touches.push_back(hint);
    if (touches.empty()) return touches;
    const auto shops = catalog::shop_cards(ctx.tx, {news.shop});
    const UserId merchant = shops.empty() ? UserId{} : shops.front().owner;
    touches.erase(std::remove_if(touches.begin(), touches.end(),
                                 [&](const Touch& t) { return t.author == news.buyer || t.author == merchant || t.last_at > news.at; }),
                  touches.end());
    return touches;
}

Credit credit_of(WriteCtx& ctx, const trading::OrderPlaced& news, const trading::OrderLine& line, const Path& path)
{
    const Touch& winner = first_touch_wins(ctx) ? path.first : path.last;
    Credit c;
    c.author = winner.author;
    c.id = ctx.new_id<CreditId>();
    c.shop = news.shop;
    c.order = news.order;
    c.sku = line.sku;
    c.product = line.product;
    c.buyer = news.buyer;
    c.note = winner.note;
    c.first_note = path.first.note;
    c.first_at = path.first_at;
    c.last_note = path.last.note;
    c.last_at = path.last.last_at;
    c.pieces = line.count;
    c.base = line.paid;
    c.rate = std::max(line.commission, store::promised_rate(ctx.tx, news.shop, c.author, line.product, news.at).value_or(line.commission));
    c.commission = share(line.paid, c.rate);
    c.platform_part = share(c.commission, platform_part(ctx));
    c.placed_at = c.changed_at = news.at;
    return c;
}

}  // namespace

Done credit_sale(WriteCtx& ctx, const trading::OrderPlaced& news)
{
    if (products_of(news).empty()) return done();
    const std::vector<Touch> touches = candidates(ctx, news);
    if (touches.empty()) return done();   // nobody led the buyer here
    const PathRules rules{news.at - touch_window(ctx), views_sell(ctx)};
    for (const trading::OrderLine& line : news.lines) {
        const auto path = line.commission > Rate{0} ? path_of(touches, line.product, rules) : std::nullopt;
        if (!path) continue;
        const Credit credit = credit_of(ctx, news, line, *path);
        if (!store::claim_line(ctx.tx, credit)) continue;  // heard before
        store::insert_credit(ctx.tx, credit);
        count_credit(ctx, credit, std::nullopt);
    }
    follow_order(ctx, news.shop, news.order);   // which may have gone on when this is heard late
    return done();
}

}  // namespace meadow::creators
