// What filters, facets and orders must know of the products on sale, in memory: 80 bytes each.
#pragma once
#include <functional>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/page.hpp"
#include "modules/catalog/catalog.hpp"

namespace meadow::discovery {

struct ProductFilter {
    std::string category;                        // "beauty.lipstick", or "beauty" with all below it; empty: any
    std::string brand;                           // as in the facets; empty: any
    std::optional<Money> least, most;            // of the price, both included
    std::optional<catalog::ShopProfile> profile;
    std::int64_t stars = 0;                      // on average at least
    bool in_stock = false;                       // only what can be bought now
    ShopId shop;                                 // none: any
    std::vector<ShopId> without;                 // in the order of their ids: not theirs
};

enum class ProductSort : std::uint8_t { best, newest, price_up, price_down, rating };
BOOST_DESCRIBE_ENUM(ProductSort, best, newest, price_up, price_down, rating)

struct FacetValue {
    std::string value;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(FacetValue, (), (value, count))

struct PriceFacet {
    Money least;
    std::optional<Money> most;                   // none: and dearer
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(PriceFacet, (), (least, most, count))

// What there is to choose from: of each question, how many products every possible answer would leave, the other questions answered
// as they are. Most first, prices from the cheapest.
struct Facets {
    std::vector<FacetValue> categories, brands, profiles, stars;
    std::vector<PriceFacet> prices;
    std::int64_t in_stock = 0;
};
BOOST_DESCRIBE_STRUCT(Facets, (), (categories, brands, profiles, stars, prices, in_stock))

struct ProductFact {
    std::uint32_t category = 0, brand = 0;       // places among the names
    ShopId shop;
    Money price;
    std::int64_t ratings = 0, stars = 0;
    catalog::ShopProfile profile{};
    bool in_stock = false;
};

class ProductFacts {
public:
    void put(const catalog::ListedProduct&, const std::string& brand, catalog::ShopProfile, bool in_stock);
    void remove(ProductId);
    void rebrand(ProductId, const std::string& brand);   // does nothing for one that is not there
    // What the shop's products are sold as from now on.
    void shop_changed(ShopId, const std::string& brand, catalog::ShopProfile);

    // Who sells these, or all there are; in the order of their ids.
    std::vector<ShopId> sellers(const std::vector<std::int64_t>* among) const;
    bool passes(ProductId, const ProductFilter&) const;

    // Those of `among` (null: all there are) that pass, in the order asked for (best: newest), after a cursor; at most `limit`.
    std::vector<Cursor> sorted(const std::vector<std::int64_t>* among, const ProductFilter&, ProductSort, std::optional<Cursor> after,
                               std::size_t limit) const;
    // Of `among`, or of all there are.
    Facets facets(const std::vector<std::int64_t>* among, const ProductFilter&) const;

    struct Seen {
        std::string brand;
        catalog::ShopProfile profile{};
        bool in_stock = false;
        std::string category;
        Money price;
    };
    std::optional<Seen> seen(ProductId) const;
    // What a product's standing is worth beside what it is called: 0.7 … 1.15, from its ratings and whether it can be bought.
    float worth(ProductId) const;

private:
    enum Question : unsigned { category = 1, brand = 2, price = 4, profile = 8, stars = 16, stock = 32, shop = 64 };
    unsigned failures(const ProductFact&, const ProductFilter&) const;
    std::uint32_t named(const std::string&);
    template <class Use>
    void each(const std::vector<std::int64_t>* among, Use&&) const;

    mutable std::shared_mutex mutex_;
    std::unordered_map<ProductId, ProductFact> facts_;
    std::vector<std::string> names_;             // of categories and brands: few; named once
    std::unordered_map<std::string, std::uint32_t> places_;
};

}  // namespace meadow::discovery
