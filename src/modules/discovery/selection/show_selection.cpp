#include "modules/discovery/selection/show_selection.hpp"

#include <algorithm>
#include <cstdio>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/engine/selection.hpp"
#include "modules/discovery/search/blocked_shops.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/understand.hpp"

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

// Whether anything on sale answers to the name, by any of its synonyms.
bool sold(const Library& library, const std::string& thing)
{
    const lang::Query query = understand(library.products.segmenter(), *library.words.words(), thing, false);
    return !library.products.snapshot()->search(query, {.limit = 1, .every_wish = true}).empty();
}

// The rest of a line, whichever kind of row it is.
template <class Row>
std::string csv_numbers(const Row& row, std::int64_t wants, std::int64_t wants_before)
{
    std::string out = row.on_sale ? ",yes" : ",no";
    for (const std::int64_t count : {row.mentions, row.mentions_before, wants, wants_before, row.asks, row.asks_before, row.content, row.discontent})
        out += "," + std::to_string(count);
    char reals[160];
    std::snprintf(reals, sizeof reals, ",%.3f,%lld,%.3f,%.3f,%.3f,%.3f\r\n", row.mood, static_cast<long long>(row.authors), row.appeal, row.growth.value,
                  row.growth.low, row.growth.high);
    return out + reals;
}

}  // namespace

Result<Selection> show_selection(ReadCtx& ctx, const Nothing&)
{
    if (!ctx.who.is(Role::creator) && !ctx.who.is(Role::operator_)) return refuse(not_allowed);
    const auto warming = ctx.outside<Curator>().study([&](const engine::State& state) { return engine::warming(state, ctx.now, most_rows); });
    std::vector<ProductId> ids;
    for (const auto& w : warming)
        if (w.product) ids.push_back(w.product);
    const auto cards = ids.empty() ? std::vector<catalog::ProductCard>{} : catalog::shown_products(ctx.tx, ids);
    std::vector<ShopId> shops;
    for (const auto& card : cards) shops.push_back(card.shop);
    const auto blocked = blocked_shops(ctx, shops);
    Selection out;
    for (const auto& w : warming) {
        const double mood = engine::mood_of(w.content, w.discontent);
        if (!w.product) {
            out.named.push_back({w.thing, sold(ctx.outside<Library>(), w.thing), w.mentions, w.mentions_before, w.asks, w.asks_before, w.content, w.discontent, mood, w.authors, w.appeal, w.growth});
            continue;
        }
        const auto card = std::find_if(cards.begin(), cards.end(), [&](const auto& c) { return c.id == w.product; });
        if (card == cards.end() || std::find(blocked.begin(), blocked.end(), card->shop) != blocked.end()) continue;   // gone, hidden by a verdict, blocked
        out.items.push_back({w.product, card->shop, card->title, card->cover, card->price_from, card->commission, card->on_sale, w.mentions, w.mentions_before,
                             w.wants, w.wants_before, w.asks, w.asks_before, w.content, w.discontent, mood, w.authors, w.appeal, w.growth});
    }
    return out;
}

Result<http::Content> export_selection(ReadCtx& ctx, const Nothing&)
{
    const Selection selection = TRY(show_selection(ctx, {}));
    http::Content out;
    out.content_type = "text/csv; charset=utf-8";
    out.body = "product,title,on_sale,mentions,mentions_before,wants,wants_before,asks,asks_before,content,discontent,mood,authors,appeal,growth,growth_low,growth_high\r\n";
    for (const SelectionRow& row : selection.items) out.body += text(row.product) + "," + csv_text(row.title) + csv_numbers(row, row.wants, row.wants_before);
    for (const NamedRow& row : selection.named) out.body += "," + csv_text(row.name) + csv_numbers(row, 0, 0);
    return out;
}

}  // namespace meadow::discovery
