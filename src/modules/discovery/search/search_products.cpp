#include "modules/discovery/search/search_products.hpp"

#include <algorithm>

#include "modules/discovery/search/hits.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/query_log.hpp"

namespace meadow::discovery {
namespace {

std::vector<FoundProduct> products_of(ReadCtx& ctx, const std::vector<std::int64_t>& ids, const lang::Segmenter& segmenter,
                                      const lang::Segmented& query)
{
    std::vector<ProductId> wanted;
    for (const std::int64_t id : ids) wanted.push_back({id});
    auto products = catalog::listed_products(ctx.tx, wanted);
    std::sort(products.begin(), products.end(), [&](const auto& a, const auto& b) {
        return std::find(wanted.begin(), wanted.end(), a.id) < std::find(wanted.begin(), wanted.end(), b.id);
    });
    std::vector<MediaId> covers;
    for (const auto& product : products) covers.push_back(product.cover);
    const auto pictures = media::pictures(ctx.tx, covers);

    std::vector<FoundProduct> out;
    for (auto& product : products) {
        const auto cover = std::find_if(pictures.begin(), pictures.end(), [&](const auto& p) { return p.id == product.cover; });
        auto marks = highlights(segmenter, product.title, query);
        out.push_back({product.id, product.shop, std::move(product.shop_name), std::move(product.title), std::move(marks),
                       cover == pictures.end() ? std::nullopt : std::optional(*cover), std::move(product.category), product.price_from});
    }
    return out;
}

// Nothing was asked for: the mall's shelves, newest first.
Result<Hits> browse(const Library& library, const SearchProducts& in, const ProductFilter& filter)
{
    const auto cursor = parse_cursor(in.cursor.value_or(""));
    if (!cursor) return refuse(bad_input, "", {{"?cursor", "is not one of ours"}});
    auto page = page_of(library.product_facts.newest(filter, cursor->second, in.limit + 1), in.limit,
                        [](std::int64_t id) { return Cursor{0, id}; });
    Hits hits;
    hits.ids = std::move(page.items);
    hits.next = std::move(page.next);
    return hits;
}

}  // namespace

Result<FoundProducts> search_products(ReadCtx& ctx, const SearchProducts& in)
{
    const Library& library = ctx.outside<Library>();
    const ProductFilter filter{in.category, in.least, in.most};
    const Hits hits = in.q.empty() ? TRY(browse(library, in, filter))
                                   : TRY(library.product_facts.filtered(filter, [&](const auto& accepts) {
                                         return find_hits(library.products, in.q, in.cursor, in.limit, ctx.now, accepts);
                                     }));
    if (!in.cursor && !in.q.empty()) ctx.outside<QueryLog>().note(ctx.who, SearchTab::products, in.q, std::int64_t(hits.ids.size()), ctx.now);

    FoundProducts found;
    found.items = products_of(ctx, hits.ids, library.products.segmenter(), hits.query);
    found.next = hits.next;
    found.complete = library.products.complete();
    return found;
}

}  // namespace meadow::discovery
