// The three books people search in, and what filters must know of products.
#pragma once
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "jobs/world.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/discovery/search/book.hpp"

namespace meadow::discovery {

struct ProductFilter {
    std::string category;                     // "beauty.lipstick", or "beauty" with all below it; empty: any
    std::optional<Money> least, most;
};

// Category and price of the products on sale: 40 bytes each.
class ProductFacts {
public:
    void put(const catalog::ListedProduct&);
    void remove(ProductId);
    // Calls `use(accepts)` with a test for product ids that stays valid until it returns.
    template <class Use>
    auto filtered(const ProductFilter& filter, Use&& use) const
    {
        const std::shared_lock lock(mutex_);
        return use([&](std::int64_t id) { return passes({id}, filter); });
    }

    // The newest products that pass, below an id; at most `limit`. Looks at every product: some tens of microseconds at 10,000.
    std::vector<std::int64_t> newest(const ProductFilter&, std::int64_t below, std::int64_t limit) const;

private:
    struct Fact {
        std::uint32_t category = 0;
        Money price;
    };
    bool passes(ProductId, const ProductFilter&) const;

    mutable std::shared_mutex mutex_;
    std::unordered_map<ProductId, Fact> facts_;
    std::vector<std::string> categories_;     // few; named once
};

class Library {
public:
    explicit Library(const lang::Segmenter& s) : notes(s), products(s), people(s) {}

    Book notes, products, people;
    ProductFacts product_facts;

    // Brings what the news was about up to date with the database as it is now.
    void refresh_notes(jobs::World&, const std::vector<NoteId>&);
    void refresh_products(jobs::World&, const std::vector<ProductId>&);
    void refresh_people(jobs::World&, const std::vector<UserId>&);

    // Reads everything there is, in slices, while go_on() says so. May run beside the refreshes and searches. The books of people
    // and products are complete first: they are small.
    void fill(jobs::World&, const std::function<bool()>& go_on);
    // Merges what the writes have left in pieces.
    void tidy();
};

}  // namespace meadow::discovery
