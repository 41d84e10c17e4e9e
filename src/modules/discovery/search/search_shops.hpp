#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/discovery/search/highlights.hpp"
#include "modules/media/media.hpp"

namespace meadow::discovery {

struct SearchShops {
    Text<1, 100> q;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(SearchShops, (), (q, cursor, limit))

struct FoundShop {
    ShopId id;
    std::string name;
    std::vector<Highlight> highlights;      // in the name
    catalog::ShopProfile profile{};
    std::string brand;                      // its owner officially speaks for; empty: none
    std::optional<media::Picture> logo;
};
BOOST_DESCRIBE_STRUCT(FoundShop, (), (id, name, highlights, profile, brand, logo))

struct FoundShops {
    std::vector<FoundShop> items;
    std::optional<std::string> next;
    bool complete = true;                   // false: the index is still being filled, some may be missing
};
BOOST_DESCRIBE_STRUCT(FoundShops, (), (items, next, complete))

// Open shops by name, its pinyin or initials, or the brand they are of, best first.
Result<FoundShops> search_shops(ReadCtx&, const SearchShops&);

}  // namespace meadow::discovery
