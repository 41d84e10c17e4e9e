#include "modules/discovery/selection/show_selection.hpp"

#include <algorithm>
#include <cstdio>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/engine/selection.hpp"

namespace meadow::discovery {
namespace {

constexpr std::size_t most_rows = 100;

// Quoted, quotes doubled (RFC 4180); what a spreadsheet would take for a formula is made text.
std::string csv_text(std::string_view text)
{
    std::string out = "\"";
    if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace

Result<Selection> show_selection(ReadCtx& ctx, const Nothing&)
{
    if (!ctx.who.is(Role::creator) && !ctx.who.is(Role::operator_)) return refuse(not_allowed);
    const auto warming = ctx.outside<Curator>().look([&](const engine::State& state) { return engine::warming(state, ctx.now, most_rows); });
    std::vector<ProductId> ids;
    for (const auto& w : warming) ids.push_back(w.product);
    const auto cards = ids.empty() ? std::vector<catalog::ProductCard>{} : catalog::shown_products(ctx.tx, ids);
    Selection out;
    for (const auto& w : warming) {
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == w.product; });
        if (card == cards.end()) continue;   // gone, or hidden by a verdict
        out.items.push_back({w.product, card->shop, card->title, card->cover, card->price_from, card->commission, card->on_sale, w.mentions, w.mentions_before, w.wants, w.wants_before, w.authors, w.appeal, w.growth});
    }
    return out;
}

Result<http::Content> export_selection(ReadCtx& ctx, const Nothing&)
{
    const Selection selection = TRY(show_selection(ctx, {}));
    http::Content out;
    out.content_type = "text/csv; charset=utf-8";
    out.body = "product,title,on_sale,mentions,mentions_before,wants,wants_before,authors,appeal,growth,growth_low,growth_high\r\n";
    for (const SelectionRow& row : selection.items) {
        char numbers[200];
        std::snprintf(numbers, sizeof numbers, ",%s,%lld,%lld,%lld,%lld,%lld,%.3f,%.3f,%.3f,%.3f\r\n", row.on_sale ? "yes" : "no", static_cast<long long>(row.mentions),
                      static_cast<long long>(row.mentions_before), static_cast<long long>(row.wants), static_cast<long long>(row.wants_before),
                      static_cast<long long>(row.authors), row.appeal, row.growth.value, row.growth.low, row.growth.high);
        out.body += text(row.product) + "," + csv_text(row.title) + numbers;
    }
    return out;
}

}  // namespace meadow::discovery
