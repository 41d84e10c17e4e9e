// Lists of public notes, newest first: one for everything, one for each topic, author, product and shop. Every surface reads one.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/community/community.hpp"
#include "modules/discovery/lists/cells.hpp"
#include "text/normalise.hpp"

namespace meadow::discovery {

// A list is named by 63 bits mixed from its kind and its key; it never leaves the database. Two of ten million lists share a name
// once in 180,000 such towns.
MEADOW_ID(ListId, "lst");

ListId latest_list();
ListId author_list(UserId);
ListId product_list(ProductId);
ListId shop_list(ShopId);
// Topics that normalise to the same are one: "#Ｌａｎｃôｍｅ" and "#lancome".
ListId topic_list(const lang::Normaliser&, std::string_view topic);

// Where one note stands.
struct Placing {
    NoteId note;
    UserId author;
    Instant published_at;
    std::vector<ListId> lists;   // each once
    std::vector<CellId> cells;
    double latitude = 0, longitude = 0;   // meaningful when there are cells
};

// `products`: cards of the pinned products, in any order; those that are gone are left out.
Placing placing_of(const community::PublicNote&, const std::vector<catalog::ProductCard>& products, const lang::Normaliser&);

}  // namespace meadow::discovery
