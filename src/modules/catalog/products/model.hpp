// What a product is, the rules its content must keep and the moves of its life. Pure: no transaction, no clock.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/ids.hpp"
#include "modules/catalog/shops/model.hpp"

namespace meadow::catalog {

constexpr int options_max = 3, values_max = 50, skus_max = 200, pictures_max = 15;

using OptionValue = Text<1, 30>;

// One question a buyer answers: "色号" with its answers.
struct Option {
    Text<1, 20> name;
    List<OptionValue, values_max, 1> values;
};
BOOST_DESCRIBE_STRUCT(Option, (), (name, values))

// One combination of the spec matrix. Combinations that are not listed are not made; one with `enabled` false is not sold now.
struct SkuContent {
    List<OptionValue, options_max> choice;  // one value of each option, in their order
    Money price;
    std::optional<Money> market_price;  // what is struck out beside it: above the price
    std::optional<Text<0, 32>> barcode;
    std::optional<Text<0, 40>> merchant_code;
    std::optional<MediaId> picture;
    std::optional<bool> enabled;
    std::optional<Whole<0, 1'000'000>> stock;  // counted when the SKU is new; afterwards stock is fulfilment's
};
BOOST_DESCRIBE_STRUCT(SkuContent, (), (choice, price, market_price, barcode, merchant_code, picture, enabled, stock))

// Everything a merchant says about a product: what is reviewed, and what a pending change holds in full.
struct ProductContent {
    Text<2, 80> title;
    Text<0, 500> description;                 // DOMAIN §3.6
    List<MediaId, pictures_max, 1> pictures;  // the first is the cover
    Text<1, 40> category;                     // of the second level: "beauty.lipstick"
    Rate tax;                                 // included in the prices
    Rate commission;                          // offered to the author whose note sells it
    List<Option, options_max> options;
    List<SkuContent, skus_max, 1> skus;
};
BOOST_DESCRIBE_STRUCT(ProductContent, (), (title, description, pictures, category, tax, commission, options, skus))

struct ContentLimits {
    Money most_price;
    Rate most_tax;
    Rate most_commission;
};
// What is wrong with it, each with its JSON pointer below `at`; empty when all is well.
std::vector<FieldFault> check(const ProductContent&, const ContentLimits&, const std::string& at);

// "红 / 50ml"
std::string spec_text(const std::vector<OptionValue>& choice);
// A barcode of 13 digits must carry the check digit of EAN-13; other lengths are the merchant's own.
bool well_formed_barcode(std::string_view);
// Of the cheapest SKU that can be chosen, or of the cheapest at all when none can.
Money price_from(const ProductContent&);

enum class ProductState : std::uint8_t { draft, in_review, rejected, listed, withdrawn, discarded };
BOOST_DESCRIBE_ENUM(ProductState, draft, in_review, rejected, listed, withdrawn, discarded)

struct ProductMove {
    ProductState from, to;
    Actor by;
};
// Who lists a draft depends on the shop: a light shop lists at once, a POP store's goods go through review.
inline constexpr ProductMove product_moves[] = {
    {ProductState::draft, ProductState::listed, Actor::merchant},     // light shops
    {ProductState::draft, ProductState::in_review, Actor::merchant},  // POP stores
    {ProductState::in_review, ProductState::draft, Actor::merchant},  // taken back
    {ProductState::in_review, ProductState::listed, Actor::platform},
    {ProductState::in_review, ProductState::rejected, Actor::platform},
    {ProductState::rejected, ProductState::in_review, Actor::merchant},
    {ProductState::listed, ProductState::withdrawn, Actor::merchant},
    {ProductState::withdrawn, ProductState::listed, Actor::merchant},
    {ProductState::draft, ProductState::discarded, Actor::merchant},
    {ProductState::rejected, ProductState::discarded, Actor::merchant},
    {ProductState::withdrawn, ProductState::discarded, Actor::merchant},
};
bool may_move(ProductState from, ProductState to, Actor by);

// Whether it takes one of the places a light shop has.
constexpr bool takes_place(ProductState s) { return s != ProductState::withdrawn && s != ProductState::discarded; }
// Whether its present content has been on sale, so that strangers may still look at it.
constexpr bool was_shown(ProductState s) { return s == ProductState::listed || s == ProductState::withdrawn; }

// A row of catalog_products.
struct ProductDetail {
    std::string description;
    std::vector<MediaId> pictures;
    std::vector<Option> options;
};
BOOST_DESCRIBE_STRUCT(ProductDetail, (), (description, pictures, options))

struct Product {
    ShopId shop;
    ProductId id;
    ProductState state{};
    bool hidden = false;
    std::int64_t version = 1;
    std::string title;
    MediaId cover;
    std::string category;
    Rate tax;
    Rate commission;
    Money price_from;
    RawJson detail;  // ProductDetail
    Instant created_at;
    Instant listed_at;
};
BOOST_DESCRIBE_STRUCT(Product, (),
                      (shop, id, state, hidden, version, title, cover, category, tax, commission, price_from, detail, created_at,
                       listed_at))

enum class SkuState : std::uint8_t { enabled, disabled, retired };
BOOST_DESCRIBE_ENUM(SkuState, enabled, disabled, retired)

// A row of catalog_skus.
struct Sku {
    SkuId id;
    ProductId product;
    SkuState state{};
    std::string spec;
    std::vector<OptionValue> choice;
    MediaId picture;
    Money price;
    Money market_price;
    std::string barcode;
    std::string merchant_code;
};
BOOST_DESCRIBE_STRUCT(Sku, (), (id, product, state, spec, choice, picture, price, market_price, barcode, merchant_code))

// Content → rows, and back. The SKU's id and product are the caller's to fill in.
void put_content(Product&, const ProductContent&);
Sku sku_of(const SkuContent&);
ProductContent content_of(const Product&, const std::vector<Sku>&);
ProductDetail detail_of(const Product&);

}  // namespace meadow::catalog
