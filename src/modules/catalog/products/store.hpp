// catalog_products, catalog_product_moves, catalog_skus (home: the shop), catalog_product_homes (home: the product).
#pragma once
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/catalog/catalog.hpp"
#include "modules/catalog/products/model.hpp"
#include "modules/catalog/reviews/model.hpp"

namespace meadow::catalog::store {

void insert_product(db::Tx&, const Product&);
std::optional<ShopId> home_of(db::ReadTx&, ProductId);
std::optional<Product> find_product(db::ReadTx&, ShopId, ProductId);
// What a product's page begins with, in one look.
struct ProductInShop {
    Product product;
    ShopCard shop;
    std::optional<Rating> rating;  // none: nobody has reviewed it
};
BOOST_DESCRIBE_STRUCT(ProductInShop, (), (product, shop, rating))
std::optional<ProductInShop> find_product_in_shop(db::ReadTx&, ProductId);
// Everything but state, hidden and listed_at. False when the product's version is not `version` any more; it moves by one.
bool set_content(db::Tx&, const Product&, std::int64_t version);
// Hides the product by a verdict, or shows it again. False when it was so already.
bool set_product_hidden(db::Tx&, ShopId, ProductId, bool hidden);
// The same guard for what changes nothing in the row itself.
bool bump_version(db::Tx&, const Product&);
// False when the product is not in state `from` at this version any more; the version moves by one. The first listing is dated.
bool set_product_state(db::Tx&, const Product&, ProductState to, Instant now);

// Those of them that are or were on sale.
std::vector<ProductId> ever_listed(db::ReadTx&, const std::vector<ProductId>&);
struct ProductFilter {
    std::optional<ProductState> state;  // none: all but discarded
    bool visible = false;               // only those no verdict hides
    std::string category;               // empty: all
};
std::vector<Product> list_products(db::ReadTx&, ShopId, const ProductFilter&, Cursor, std::int64_t limit);  // newest first
// Products in state listed, hidden ones too, in id order.
std::vector<ProductId> listed_after(db::ReadTx&, ShopId, ProductId, std::int64_t limit);

struct ProductMoved {
    std::int64_t id;
    ProductState from, to;
    UserId by;
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ProductMoved, (), (id, from, to, by, reason, at))
std::optional<ProductMoved> last_product_move(db::ReadTx&, ShopId, ProductId);
std::vector<ProductMoved> list_product_moves(db::ReadTx&, ShopId, ProductId, Cursor, std::int64_t limit);  // newest first
void insert_product_move(db::Tx&, ShopId, ProductId, const ProductMoved&);

void insert_sku(db::Tx&, ShopId, const Sku&);
void set_sku(db::Tx&, ShopId, const Sku&);
// In the order they were made, the retired ones too.
std::vector<Sku> find_skus(db::ReadTx&, ShopId, const std::vector<SkuId>&);  // those of this shop
std::vector<Sku> list_skus(db::ReadTx&, ShopId, ProductId);
std::vector<Sku> list_skus(db::ReadTx&, ShopId, const std::vector<ProductId>&);  // product by product

}  // namespace meadow::catalog::store
