// What moderators see of catalog_products, catalog_reviews and catalog_shops, and what is hidden of them, over all homes: a page of cases at a time.
#pragma once
#include <string>
#include <vector>

#include "base/json.hpp"
#include "db/tx.hpp"
#include "modules/catalog/catalog.hpp"

namespace meadow::catalog::store {

struct ProductExhibit {
    ProductId id;
    UserId owner;
    std::string title;
    RawJson detail;   // ProductDetail
    bool hidden = false;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ProductExhibit, (), (id, owner, title, detail, hidden, created_at))
struct ReviewExhibit {
    ReviewId id;
    UserId buyer;
    ProductId product;
    std::string text;
    std::vector<MediaId> pictures;
    bool hidden = false;
    Instant written_at;
};
BOOST_DESCRIBE_STRUCT(ReviewExhibit, (), (id, buyer, product, text, pictures, hidden, written_at))
struct ShopExhibit {
    ShopId id;
    UserId owner;
    std::string name;
    std::string intro;
    MediaId logo;
    ShopState state{};
    Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(ShopExhibit, (), (id, owner, name, intro, logo, state, opened_at))

// In no particular order.
std::vector<ProductExhibit> exhibited_products(db::ReadTx&, const std::vector<std::int64_t>&);
std::vector<ReviewExhibit> exhibited_reviews(db::ReadTx&, const std::vector<std::int64_t>&);
std::vector<ShopExhibit> exhibited_shops(db::ReadTx&, const std::vector<std::int64_t>&);

// As governance::Exhibits::Hidden promises. Products by the words of their shop, too.
std::vector<std::int64_t> hidden_products(db::ReadTx&, const std::string& like, std::int64_t before, std::int64_t limit);
std::vector<std::int64_t> hidden_reviews(db::ReadTx&, const std::string& like, std::int64_t before, std::int64_t limit);

}  // namespace meadow::catalog::store
