#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/creators/credits/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::creators {

struct ListNoteSales {
    ShopId shop;
    std::optional<ProductId> product;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListNoteSales, (), (shop, product, cursor, limit))

struct NoteSalesCard {
    store::NoteSales sales;
    std::optional<identity::PersonCard> author;   // absent when they have left
    std::string product_title;
    std::string note_title;                       // empty while the note is not public
    std::optional<MediaId> note_cover;
};
BOOST_DESCRIBE_STRUCT(NoteSalesCard, (), (sales, author, product_title, note_title, note_cover))

// For a shop's staff: which notes led people to which products, and what they sold. By product, then by note.
Result<Page<NoteSalesCard>> list_note_sales(ReadCtx&, const ListNoteSales&);

}  // namespace meadow::creators
