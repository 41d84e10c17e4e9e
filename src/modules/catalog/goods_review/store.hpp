// catalog_pending_changes (home: the shop), catalog_review_queue (home: the product).
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "base/page.hpp"
#include "db/tx.hpp"
#include "modules/catalog/goods_review/model.hpp"

namespace meadow::catalog::store {

// Replaces one that was there.
void put_pending(db::Tx&, ShopId, ProductId, const PendingChange&);
std::optional<PendingChange> find_pending(db::ReadTx&, ShopId, ProductId);
// The changes of these products that wait for a review.
std::map<ProductId, ProductContent> find_waiting(db::ReadTx&, ShopId, const std::vector<ProductId>&);
void reject_pending(db::Tx&, ShopId, ProductId, std::string_view reason);
void delete_pending(db::Tx&, ShopId, ProductId);

// A product that is queued already keeps its place.
void enqueue(db::Tx&, ProductId, ShopId, Instant now);
void dequeue(db::Tx&, ProductId);
struct Queued {
    ProductId product;
    ShopId shop;
    Instant submitted_at;
};
BOOST_DESCRIBE_STRUCT(Queued, (), (product, shop, submitted_at))
std::optional<Queued> find_queued(db::ReadTx&, ProductId);
std::vector<Queued> list_queue(db::ReadTx&, Cursor, std::int64_t limit);  // oldest first

}  // namespace meadow::catalog::store
