#include "modules/discovery/search/product_facts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <unordered_set>

namespace meadow::discovery {
namespace {

constexpr std::size_t most_values = 30;   // of a facet
constexpr std::array<std::int64_t, 6> price_steps{0, 50'00, 100'00, 200'00, 500'00, 1000'00};   // fen
// A product nobody rated yet stands where five buyers who were fairly content would put it.
constexpr std::int64_t usual_ratings = 5, usual_stars_in_tenths = 42;

bool in_category(std::string_view category, std::string_view wanted)
{
    return category.starts_with(wanted) && (category.size() == wanted.size() || category[wanted.size()] == '.');
}

double rating_of(const ProductFact& f)
{
    return (double(f.stars) + double(usual_ratings * usual_stars_in_tenths) / 10) / double(f.ratings + usual_ratings);
}

// Smaller comes first; among equals the newer.
std::int64_t rank_of(const ProductFact& f, ProductSort sort)
{
    switch (sort) {
        case ProductSort::price_up: return f.price.minor;
        case ProductSort::price_down: return -f.price.minor;
        case ProductSort::rating: return -std::int64_t(rating_of(f) * 1000);
        case ProductSort::best:
        case ProductSort::newest: return 0;
    }
    return 0;
}

bool before(const Cursor& a, const Cursor& b) { return a.first != b.first ? a.first < b.first : a.second > b.second; }

std::vector<FacetValue> most_first(const std::map<std::string, std::int64_t>& counts)
{
    std::vector<FacetValue> out;
    for (const auto& [value, count] : counts)
        if (!value.empty()) out.push_back({value, count});
    std::stable_sort(out.begin(), out.end(), [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    out.resize(std::min(out.size(), most_values));
    return out;
}

}  // namespace

std::uint32_t ProductFacts::named(const std::string& name)
{
    const auto [place, fresh] = places_.emplace(name, std::uint32_t(names_.size()));
    if (fresh) names_.push_back(name);
    return place->second;
}

void ProductFacts::put(const catalog::ListedProduct& p, const std::string& brand_name, catalog::ShopProfile sold_by, bool in_stock)
{
    const std::lock_guard lock(mutex_);
    facts_[p.id] = {named(p.category), named(brand_name), p.shop, p.price_from, p.ratings, p.stars, sold_by, in_stock};
}

void ProductFacts::remove(ProductId product)
{
    const std::lock_guard lock(mutex_);
    facts_.erase(product);
}

void ProductFacts::rebrand(ProductId product, const std::string& brand_name)
{
    const std::lock_guard lock(mutex_);
    if (const auto fact = facts_.find(product); fact != facts_.end()) fact->second.brand = named(brand_name);
}

void ProductFacts::shop_changed(ShopId changed, const std::string& brand_name, catalog::ShopProfile sold_by)
{
    const std::lock_guard lock(mutex_);
    const std::uint32_t name = named(brand_name);
    for (auto& [id, fact] : facts_) {
        if (fact.shop != changed) continue;
        if (!brand_name.empty()) fact.brand = name;   // what is not sold as a brand keeps what its title says
        fact.profile = sold_by;
    }
}

unsigned ProductFacts::failures(const ProductFact& f, const ProductFilter& wanted) const
{
    unsigned out = 0;
    if (!wanted.category.empty() && !in_category(names_[f.category], wanted.category)) out |= category;
    if (!wanted.brand.empty() && names_[f.brand] != wanted.brand) out |= brand;
    if ((wanted.least && f.price < *wanted.least) || (wanted.most && *wanted.most < f.price)) out |= price;
    if (wanted.profile && f.profile != *wanted.profile) out |= profile;
    if (wanted.stars > 0 && (f.ratings == 0 || f.stars < wanted.stars * f.ratings)) out |= stars;
    if (wanted.in_stock && !f.in_stock) out |= stock;
    if ((wanted.shop && f.shop != wanted.shop) || std::binary_search(wanted.without.begin(), wanted.without.end(), f.shop)) out |= shop;
    return out;
}

bool ProductFacts::passes(ProductId product, const ProductFilter& filter) const
{
    const std::shared_lock lock(mutex_);
    const auto fact = facts_.find(product);
    return fact != facts_.end() && failures(fact->second, filter) == 0;
}

template <class Use>
void ProductFacts::each(const std::vector<std::int64_t>* among, Use&& use) const
{
    if (among == nullptr) {
        for (const auto& [id, fact] : facts_) use(id.value, fact);
        return;
    }
    for (const std::int64_t id : *among)
        if (const auto fact = facts_.find(ProductId{id}); fact != facts_.end()) use(id, fact->second);
}

std::vector<ShopId> ProductFacts::sellers(const std::vector<std::int64_t>* among) const
{
    std::unordered_set<ShopId> seen;
    const std::shared_lock lock(mutex_);
    each(among, [&](std::int64_t, const ProductFact& fact) { seen.insert(fact.shop); });
    std::vector<ShopId> out(seen.begin(), seen.end());
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<Cursor> ProductFacts::sorted(const std::vector<std::int64_t>* among, const ProductFilter& filter, ProductSort sort,
                                         std::optional<Cursor> after, std::size_t limit) const
{
    std::vector<Cursor> out;
    {
        const std::shared_lock lock(mutex_);
        each(among, [&](std::int64_t id, const ProductFact& fact) {
            const Cursor place{rank_of(fact, sort), id};
            if ((!after || before(*after, place)) && failures(fact, filter) == 0) out.push_back(place);
        });
    }
    const auto end = out.begin() + std::ptrdiff_t(std::min(out.size(), limit));
    std::partial_sort(out.begin(), end, out.end(), before);
    out.erase(end, out.end());
    return out;
}

Facets ProductFacts::facets(const std::vector<std::int64_t>* among, const ProductFilter& filter) const
{
    std::vector<std::int64_t> by_name_category, by_name_brand;
    std::map<std::string, std::int64_t> categories, brands, profiles, rated;
    std::array<std::int64_t, price_steps.size()> prices{};
    Facets out;
    const std::shared_lock lock(mutex_);
    by_name_category.resize(names_.size());
    by_name_brand.resize(names_.size());
    each(among, [&](std::int64_t, const ProductFact& f) {
        const unsigned fails = failures(f, filter);
        const auto asks = [&](Question q) { return (fails & ~unsigned(q)) == 0; };   // everything but this question is met
        if (asks(category)) ++by_name_category[f.category];
        if (asks(brand)) ++by_name_brand[f.brand];
        if (asks(profile)) ++profiles[std::string(f.profile == catalog::ShopProfile::pop ? "pop" : "light")];
        if (asks(stars) && f.ratings > 0) {
            for (std::int64_t s = 3; s <= 4; ++s)
                if (f.stars >= s * f.ratings) ++rated[std::to_string(s)];
        }
        if (asks(price)) {
            std::size_t step = price_steps.size() - 1;
            while (step > 0 && f.price.minor < price_steps[step]) --step;
            ++prices[step];
        }
        if (asks(stock) && f.in_stock) ++out.in_stock;
    });
    for (std::size_t n = 0; n < names_.size(); ++n) {
        if (by_name_category[n] > 0) categories[names_[n]] = by_name_category[n];
        if (by_name_brand[n] > 0) brands[names_[n]] = by_name_brand[n];
    }
    out.categories = most_first(categories);
    out.brands = most_first(brands);
    out.profiles = most_first(profiles);
    out.stars = most_first(rated);
    for (std::size_t i = 0; i < prices.size(); ++i) {
        if (prices[i] == 0) continue;
        const bool last = i + 1 == price_steps.size();
        out.prices.push_back({Money{price_steps[i]}, last ? std::nullopt : std::optional(Money{price_steps[i + 1] - 1}), prices[i]});
    }
    return out;
}

std::optional<ProductFacts::Seen> ProductFacts::seen(ProductId product) const
{
    const std::shared_lock lock(mutex_);
    const auto fact = facts_.find(product);
    if (fact == facts_.end()) return {};
    const ProductFact& f = fact->second;
    return Seen{names_[f.brand], f.profile, f.in_stock, names_[f.category], f.price};
}

float ProductFacts::worth(ProductId product) const
{
    const std::shared_lock lock(mutex_);
    const auto fact = facts_.find(product);
    if (fact == facts_.end()) return 1;
    const double rated = 1 + 0.15 * std::clamp((rating_of(fact->second) - double(usual_stars_in_tenths) / 10) / 0.8, -1.0, 1.0);
    return float(rated * (fact->second.in_stock ? 1 : 0.8));
}

}  // namespace meadow::discovery
