#include "modules/discovery/related/show_related_products.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "modules/discovery/diary/curator.hpp"
#include "modules/discovery/engine/kin.hpp"
#include "modules/discovery/search/library.hpp"
#include "modules/discovery/search/understand.hpp"

namespace meadow::discovery {
namespace {

constexpr double of_wanted = 0.5, of_said = 0.3, of_kind = 0.2;
constexpr std::size_t most_recalled = 100;   // by each

using Scores = std::unordered_map<std::int64_t, double>;

void recall_wanted(ReadCtx& ctx, ProductId product, Scores& scores)
{
    const auto kin = ctx.outside<Curator>().look([&](const engine::State& state) { return engine::wanted_with(state, product, most_recalled); });
    for (const auto& one : kin) scores[one.id.value] += of_wanted * one.score;
}

void recall_said(const Library& library, std::string_view words, Scores& scores)
{
    if (words.empty()) return;
    const lang::Query query = understand(library.products.segmenter(), *library.words.words(), words, false);
    const auto hits = library.products.snapshot()->search(query, {.limit = most_recalled});
    for (const lang::Hit& hit : hits) scores[hit.id] += of_said * double(hit.score) / double(hits.front().score);
}

std::string_view family_of(std::string_view category) { return category.substr(0, category.find('.')); }

// 1 for the same category at the same price; half as much for its neighbours, and at half or twice the price.
double kindred(const ProductFacts::Seen& one, const ProductFacts::Seen& other)
{
    if (one.category.empty() || family_of(one.category) != family_of(other.category)) return 0;
    const double price = std::abs(std::log2(double(std::max<std::int64_t>(one.price.minor, 1)) / double(std::max<std::int64_t>(other.price.minor, 1))));
    return (one.category == other.category ? 1 : 0.5) * std::exp2(-price);
}

}  // namespace

Result<RelatedProducts> show_related_products(ReadCtx& ctx, const ShowRelatedProducts& in)
{
    const auto shown = catalog::shown_products(ctx.tx, {in.product});
    if (shown.empty()) return refuse(not_found);
    const Library& library = ctx.outside<Library>();
    Scores scores;
    recall_wanted(ctx, in.product, scores);
    recall_said(library, shown.front().title, scores);
    scores.erase(in.product.value);

    ProductFacts::Seen self = library.product_facts.seen(in.product).value_or(ProductFacts::Seen{});   // no longer on sale: no kind is known
    self.price = shown.front().price_from;
    std::vector<std::pair<double, std::int64_t>> ranked;
    for (const auto& [id, score] : scores)
        if (const auto other = library.product_facts.seen(ProductId{id}))
            ranked.emplace_back((score + of_kind * kindred(self, *other)) * double(library.product_facts.worth(ProductId{id})), id);
    std::sort(ranked.begin(), ranked.end(), std::greater<>());
    ranked.resize(std::min(ranked.size(), std::size_t(in.limit)));
    std::vector<std::int64_t> best;
    for (const auto& [score, id] : ranked) best.push_back(id);
    return RelatedProducts{found_products(ctx, best, {})};
}

}  // namespace meadow::discovery
