#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/creators/credits/store.hpp"
#include "modules/identity/identity.hpp"

namespace meadow::creators {

struct ListAuthorSales {
    ShopId shop;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListAuthorSales, (), (shop, cursor, limit))

struct AuthorSalesCard {
    store::AuthorSales sales;
    std::optional<identity::PersonCard> author;   // absent when they have left
};
BOOST_DESCRIBE_STRUCT(AuthorSalesCard, (), (sales, author))

// For a shop's staff: what each author's notes did for its products together. In the order the authors joined.
Result<Page<AuthorSalesCard>> list_author_sales(ReadCtx&, const ListAuthorSales&);

}  // namespace meadow::creators
