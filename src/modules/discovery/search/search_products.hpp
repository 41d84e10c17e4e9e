#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/discovery/search/highlights.hpp"
#include "modules/media/media.hpp"

namespace meadow::discovery {

struct SearchProducts {
    Text<0, 100> q;                             // empty: browse, newest first
    Text<0, 40> category;                       // "beauty.lipstick", or "beauty" with everything below it
    std::optional<Money> least, most;           // of the price, in fen, both included
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(SearchProducts, (), (q, category, least, most, cursor, limit))

struct FoundProduct {
    ProductId id;
    ShopId shop;
    std::string shop_name;
    std::string title;
    std::vector<Highlight> highlights;          // in the title
    std::optional<media::Picture> cover;
    std::string category;
    Money price_from;
};
BOOST_DESCRIBE_STRUCT(FoundProduct, (), (id, shop, shop_name, title, highlights, cover, category, price_from))

struct FoundProducts {
    std::vector<FoundProduct> items;
    std::optional<std::string> next;
    bool complete = true;                       // false: the index is still being filled, something may be missing
};
BOOST_DESCRIBE_STRUCT(FoundProducts, (), (items, next, complete))

// Products on sale that answer a query, best first.
Result<FoundProducts> search_products(ReadCtx&, const SearchProducts&);

}  // namespace meadow::discovery
