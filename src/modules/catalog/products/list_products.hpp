#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/catalog/products/model.hpp"
#include "modules/media/media.hpp"

namespace meadow::catalog {

struct ProductLine {
    ProductId id;
    std::string title;
    std::optional<media::Picture> cover;
    std::string category;
    Money price_from;
    Rate commission;
    ProductState state{};
    bool hidden = false;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ProductLine, (), (id, title, cover, category, price_from, commission, state, hidden, created_at))

struct ListProducts {
    ShopId shop;
    std::optional<Text<1, 40>> category;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListProducts, (), (shop, category, cursor, limit))

// What the shop has on sale, the newest first.
Result<Page<ProductLine>> list_products(ReadCtx&, const ListProducts&);

struct ListOwnProducts {
    ShopId shop;
    std::optional<ProductState> state;
    std::optional<Text<1, 40>> category;
    std::optional<std::string> cursor;
    PageSize limit = page_size_default;
};
BOOST_DESCRIBE_STRUCT(ListOwnProducts, (), (shop, state, category, cursor, limit))

// All of the shop's products for its staff, without those that were discarded unless asked for.
Result<Page<ProductLine>> list_own_products(ReadCtx&, const ListOwnProducts&);

}  // namespace meadow::catalog
