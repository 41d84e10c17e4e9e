#include "modules/discovery/search/search_products.hpp"

#include <algorithm>

#include "modules/discovery/search/blocked_shops.hpp"
#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/readers/store.hpp"
#include "modules/discovery/search/query_log.hpp"
#include "modules/discovery/search/sought.hpp"
#include "modules/discovery/search/understand.hpp"

namespace meadow::discovery {
namespace {

ProductFilter filter_of(const SearchProducts& in)
{
    return {in.category, in.brand, in.least, in.most, in.profile, in.stars, in.in_stock.value_or(false), in.shop.value_or(ShopId{}), {}};
}

// Everything that passes, in an order that does not depend on words.
Result<Hits> in_order(const Library& library, const SearchProducts& in, const ProductFilter& filter, const Matches* matches)
{
    std::optional<Cursor> after;
    if (!in.cursor.value_or("").empty()) {
        after = parse_cursor(*in.cursor);
        if (!after) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    }
    const auto* const among = matches == nullptr ? nullptr : &matches->ids;
    auto page = page_of(library.product_facts.sorted(among, filter, in.sort, after, std::size_t(in.limit) + 1), in.limit, [](const Cursor& c) { return c; });
    Hits hits;
    for (const Cursor& place : page.items) hits.ids.push_back(place.second);
    hits.next = std::move(page.next);
    if (matches == nullptr) return hits;
    hits.query = matches->query;
    hits.corrected = matches->corrected;
    if (matches->relaxed) hits.relaxed_from = 0;
    return hits;
}

Result<Hits> best(const ReadCtx& ctx, const Library& library, const SearchProducts& in, const ProductFilter& filter)
{
    const ProductFacts& facts = library.product_facts;
    const auto accept = [&](std::int64_t id) { return facts.passes({id}, filter); };
    const auto weigh = [&](std::vector<lang::Hit>& hits) {
        for (lang::Hit& hit : hits) hit.score *= facts.worth({hit.id});
    };
    return find_hits(library.products, library.words, library.readings,
                     {.text = in.q, .cursor = in.cursor, .limit = in.limit, .now = ctx.now, .accept = accept, .weigh = weigh});
}

// The same, without the goods of who is blocked: a page that had some is found again without their shops, so that it is full.
Result<Hits> best_unblocked(ReadCtx& ctx, const Library& library, const SearchProducts& in, ProductFilter& filter)
{
    constexpr int most_rounds = 4;   // each finds other shops; what is left then is left out of the page
    for (int round = 1;; ++round) {
        Hits hits = TRY(best(ctx, library, in, filter));
        if (!ctx.who.signed_in() || round == most_rounds) return hits;
        const auto blocked = blocked_shops(ctx, library.product_facts.sellers(&hits.ids));
        if (blocked.empty()) return hits;
        filter.without.insert(filter.without.end(), blocked.begin(), blocked.end());
        std::sort(filter.without.begin(), filter.without.end());
    }
}

// What answered all of it, for the reader's Discover.
void note_sought(ReadCtx& ctx, const SearchProducts& in, const Hits& hits)
{
    if (!ctx.who.signed_in() || !store::find_reader(ctx.tx, ctx.who.user).value_or(ReaderRow{}).personal) return;
    Sought sought{ctx.who.user, ctx.now, SearchTab::products, std::string(in.q)};
    const auto whole = std::min(hits.ids.size(), std::size_t(hits.relaxed_from.value_or(INT64_MAX)));
    for (std::size_t i = 0; i < std::min(whole, Sought::most_found); ++i) sought.products.push_back({hits.ids[i]});
    ctx.outside<SoughtLog>().note(std::move(sought));
}

// Where nothing was chosen, an empty page says only that the words lead nowhere. Where something was, it is the answer; and a
// barcode is one product or none.
bool anything_chosen(const SearchProducts& in)
{
    return is_barcode(in.q) || !in.category.empty() || !in.brand.empty() || in.least || in.most || in.profile || in.stars > 0 ||
           in.in_stock.value_or(false) || in.shop;
}

// Rather something to look at than an empty page.
Result<FoundProducts> newest_instead(ReadCtx& ctx, const SearchProducts& in)
{
    SearchProducts plain;
    plain.limit = in.limit;
    plain.facets = in.facets;
    FoundProducts found = TRY(search_products(ctx, plain));
    found.next.reset();
    found.instead = true;
    return found;
}

}  // namespace

Result<FoundProducts> search_products(ReadCtx& ctx, const SearchProducts& in)
{
    const Library& library = ctx.outside<Library>();
    ProductFilter filter = filter_of(in);
    const bool by_words = !in.q.empty() && in.sort == ProductSort::best, first = in.cursor.value_or("").empty();
    std::optional<Matches> matches;
    if (!in.q.empty() && (!by_words || in.facets.value_or(false))) matches = find_matches(library.products, library.words, in.q);
    // Whose goods the reader does not see, they are not counted either, nor do they take places of an order.
    const bool counted = in.facets.value_or(false) || !by_words;
    if (counted && ctx.who.signed_in()) filter.without = blocked_shops(ctx, library.product_facts.sellers(matches ? &matches->ids : nullptr));
    const Hits hits = by_words ? TRY(best_unblocked(ctx, library, in, filter)) : TRY(in_order(library, in, filter, matches ? &*matches : nullptr));
    if (first && !in.q.empty()) ctx.outside<QueryLog>().note(ctx.who, SearchTab::products, in.q, std::int64_t(hits.ids.size()), ctx.now);
    if (first && by_words) note_sought(ctx, in, hits);
    if (hits.ids.empty() && first && !in.q.empty() && !anything_chosen(in)) return newest_instead(ctx, in);

    FoundProducts found;
    found.items = found_products(ctx, hits.ids, hits.query);
    found.next = hits.next;
    found.complete = library.products.complete();
    found.corrected = hits.corrected;
    found.relaxed_from = hits.relaxed_from;
    if (in.facets.value_or(false)) found.facets = library.product_facts.facets(matches ? &matches->ids : nullptr, filter);
    return found;
}

}  // namespace meadow::discovery
