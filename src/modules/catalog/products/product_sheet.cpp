#include "modules/catalog/catalog.hpp"
#include "modules/catalog/products/content.hpp"
#include "modules/catalog/products/store.hpp"
#include "modules/catalog/reviews/store.hpp"

namespace meadow::catalog {

std::optional<ProductSheet> product_sheet(db::ReadTx& tx, ProductId id)
{
    const auto shop = store::home_of(tx, id);
    if (!shop) return {};
    const auto product = store::find_product(tx, *shop, id);
    if (!product || product->hidden || !was_shown(product->state)) return {};
    const ProductContent content = content_of(*product, store::list_skus(tx, *shop, id));
    const Rating rating = store::rating_of(tx, *shop, id);
    return ProductSheet{product->title, content.description, pictures_in(content), rating.count, rating.sum};
}

}  // namespace meadow::catalog
