#include "modules/catalog/goods_review/store.hpp"

#include "base/json.hpp"

namespace meadow::catalog::store {
namespace {

struct PendingRow {
    ChangeState state{};
    RawJson content;
    std::string reason;
    UserId by;
    Instant submitted_at;
};
BOOST_DESCRIBE_STRUCT(PendingRow, (), (state, content, reason, by, submitted_at))

struct WaitingRow {
    ProductId product;
    RawJson content;
};
BOOST_DESCRIBE_STRUCT(WaitingRow, (), (product, content))

}  // namespace

const db::Sql upsert_pending{"catalog.upsert_pending", R"sql(
    INSERT INTO catalog_pending_changes (shop_id, product_id, state, content, reason, by_id, submitted_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (shop_id, product_id) DO UPDATE SET state = excluded.state, content = excluded.content, reason = excluded.reason,
           by_id = excluded.by_id, submitted_at = excluded.submitted_at)sql"};
void put_pending(db::Tx& tx, ShopId shop, ProductId product, const PendingChange& p)
{
    tx.put(upsert_pending, shop, product, p.state, to_json(p.content), p.reason, p.by, p.submitted_at);
}

const db::Sql select_waiting{"catalog.select_waiting", R"sql(
    SELECT product_id, content FROM catalog_pending_changes WHERE shop_id = $1 AND product_id IN @list($2) AND state = 'waiting')sql"};
std::map<ProductId, ProductContent> find_waiting(db::ReadTx& tx, ShopId shop, const std::vector<ProductId>& products)
{
    std::map<ProductId, ProductContent> out;
    if (products.empty()) return out;
    for (const WaitingRow& row : tx.all<WaitingRow>(select_waiting, shop, products))
        out.emplace(row.product, from_json<ProductContent>(row.content.text).value());
    return out;
}

const db::Sql select_pending{"catalog.select_pending", R"sql(
    SELECT state, content, reason, by_id, submitted_at FROM catalog_pending_changes WHERE shop_id = $1 AND product_id = $2)sql"};
std::optional<PendingChange> find_pending(db::ReadTx& tx, ShopId shop, ProductId product)
{
    const auto row = tx.one<PendingRow>(select_pending, shop, product);
    if (!row) return {};
    return PendingChange{row->state, from_json<ProductContent>(row->content.text).value(), row->reason, row->by, row->submitted_at};
}

const db::Sql update_pending{"catalog.reject_pending", R"sql(
    UPDATE catalog_pending_changes SET state = 'rejected', reason = $3 WHERE shop_id = $1 AND product_id = $2)sql"};
void reject_pending(db::Tx& tx, ShopId shop, ProductId product, std::string_view reason)
{
    tx.put(update_pending, shop, product, reason);
}

const db::Sql delete_pending_sql{"catalog.delete_pending",
                                 "DELETE FROM catalog_pending_changes WHERE shop_id = $1 AND product_id = $2"};
void delete_pending(db::Tx& tx, ShopId shop, ProductId product) { tx.put(delete_pending_sql, shop, product); }

const db::Sql insert_queued{"catalog.insert_queued", R"sql(
    INSERT INTO catalog_review_queue (product_id, shop_id, submitted_at) VALUES ($1, $2, $3) ON CONFLICT (product_id) DO NOTHING)sql"};
void enqueue(db::Tx& tx, ProductId product, ShopId shop, Instant now) { tx.put(insert_queued, product, shop, now); }

const db::Sql delete_queued{"catalog.delete_queued", "DELETE FROM catalog_review_queue WHERE product_id = $1"};
void dequeue(db::Tx& tx, ProductId product) { tx.put(delete_queued, product); }

const db::Sql select_queued{"catalog.select_queued",
                            "SELECT product_id, shop_id, submitted_at FROM catalog_review_queue WHERE product_id = $1"};
std::optional<Queued> find_queued(db::ReadTx& tx, ProductId product) { return tx.one<Queued>(select_queued, product); }

const db::Sql select_queue{"catalog.select_queue", R"sql(
    SELECT product_id, shop_id, submitted_at FROM catalog_review_queue WHERE (submitted_at, product_id) > ($1, $2)
     ORDER BY submitted_at, product_id LIMIT $3)sql"};
std::vector<Queued> list_queue(db::ReadTx& tx, Cursor after, std::int64_t limit)
{
    return tx.all<Queued>(select_queue, after.first, after.second, limit);
}

}  // namespace meadow::catalog::store
