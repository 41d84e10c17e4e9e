// The front door of catalog: shops, what they sell, and who may act for them. Home key: shop_id.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "db/asked.hpp"
#include "jobs/context.hpp"

namespace meadow::catalog {

// DOMAIN §1: a light shop opens in minutes, sells at most 3,000 items without review and is paid at once; a POP store needs an
// official account with followers, its goods are reviewed, and its money waits in escrow.
enum class ShopProfile : std::uint8_t { light, pop };
BOOST_DESCRIBE_ENUM(ShopProfile, light, pop)
enum class ShopState : std::uint8_t { open, paused, frozen, closed };
BOOST_DESCRIBE_ENUM(ShopState, open, paused, frozen, closed)

struct ShopCard {
    ShopId id;
    std::string name;
    ShopProfile profile{};
    ShopState state{};
    UserId owner;
    MediaId logo;
};
BOOST_DESCRIBE_STRUCT(ShopCard, (), (id, name, profile, state, owner, logo))
std::vector<ShopCard> shop_cards(db::ReadTx&, const std::vector<ShopId>&);

enum class Right : std::uint8_t { owner, editor, support };   // owner may all, editor goods and orders, support orders and answers
BOOST_DESCRIBE_ENUM(Right, owner, editor, support)
// Refuses not_found for strangers (they need not know) and not_allowed for staff with a lesser right.
Done require_right(db::ReadTx&, const Who&, ShopId, Right);

// Enters what the caller does in the shop's name into its log, in the same transaction. `action`: "prices_changed"; `about`: the id text
// of what it is done to, nothing for the shop itself; `words`: what it is now, in few words.
void enter_in_log(WriteCtx&, ShopId, std::string_view action, std::string_view about = {}, std::string_view words = {});

struct ProductCard {
    ProductId id;
    ShopId shop;
    std::string title;
    MediaId cover;
    Money price_from;          // of the cheapest SKU
    bool on_sale = false;      // listed, and its shop is open
    Rate commission;           // what an author gets whose note sells it
};
BOOST_DESCRIBE_STRUCT(ProductCard, (), (id, shop, title, cover, price_from, on_sale, commission))
// Those that exist, on sale or not, in no particular order. Not for strangers' eyes: drafts are among them.
std::vector<ProductCard> product_cards(db::ReadTx&, const std::vector<ProductId>&);
// Those of them that anybody may see: on the market, or once there, and not hidden by a verdict.
std::vector<ProductCard> shown_products(db::ReadTx&, const std::vector<ProductId>&);

// What a shopper can be led to: a product on sale, as search knows it.
struct ListedProduct {
    ProductId id;
    ShopId shop;
    std::string title;
    std::string category;      // "beauty.lipstick"
    std::string category_name; // "口红唇釉"
    std::string shop_name;
    MediaId cover;
    Money price_from;
    std::int64_t ratings = 0;  // how many there are
    std::int64_t stars = 0;    // their sum
};
BOOST_DESCRIBE_STRUCT(ListedProduct, (), (id, shop, title, category, category_name, shop_name, cover, price_from, ratings, stars))
// Those of these that are on sale, in no particular order.
std::vector<ListedProduct> listed_products(db::ReadTx&, const std::vector<ProductId>&);
// All products on sale after an id, in id order: for rebuilding what is derived.
std::vector<ListedProduct> listed_products_after(db::ReadTx&, ProductId, std::int64_t limit);

// What can be chosen of products, with the barcodes it is known by elsewhere.
struct SkuCode {
    ProductId product;
    ShopId shop;
    SkuId sku;
    std::string barcode;       // empty: none
};
BOOST_DESCRIBE_STRUCT(SkuCode, (), (product, shop, sku, barcode))
// All enabled SKUs of these products, in the order of shops.
std::vector<SkuCode> sku_codes(db::ReadTx&, const std::vector<ProductId>&);

// What a page says of a product beside its offers.
struct ProductSheet {
    std::string title;
    std::string description;
    std::vector<MediaId> pictures;   // the first is the cover
    std::int64_t ratings = 0;        // how many there are
    std::int64_t stars = 0;          // their sum
};
BOOST_DESCRIBE_STRUCT(ProductSheet, (), (title, description, pictures, ratings, stars))
// Nothing when the product was never on sale, or a verdict hides it.
std::optional<ProductSheet> product_sheet(db::ReadTx&, ProductId);

// Ids after one, in id order: of products on sale, of shops that are open.
std::vector<ProductId> listed_ids_after(db::ReadTx&, ProductId, std::int64_t limit);
std::vector<ShopId> open_shops_after(db::ReadTx&, ShopId, std::int64_t limit);

// Everything trading must know to sell one SKU.
struct SkuOffer {
    SkuId sku;
    ProductId product;
    ShopId shop;
    std::string title;
    std::string spec;          // "红 / 50ml"; empty for a product without choices
    MediaId picture;
    Money price;
    Rate tax;                  // included in the price
    Rate commission;
    bool on_sale = false;
    UserId shop_owner;
    ShopProfile shop_profile{};
};
BOOST_DESCRIBE_STRUCT(SkuOffer, (), (sku, product, shop, title, spec, picture, price, tax, commission, on_sale, shop_owner, shop_profile))
// Those of this shop that exist, in no particular order. One statement however many.
std::vector<SkuOffer> sku_offers(db::ReadTx&, ShopId, const std::vector<SkuId>&);
db::Asked<SkuOffer> ask_sku_offers(db::ReadTx&, ShopId, const std::vector<SkuId>&);
// All SKUs a product has now (those it once had are left out), in the order they were entered.
std::vector<SkuOffer> product_offers(db::ReadTx&, ShopId, ProductId);

}  // namespace meadow::catalog
