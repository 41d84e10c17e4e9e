#include "modules/creators/touches/store.hpp"

namespace meadow::creators::store {

const db::Sql update_touch{"creators.update_touch", R"sql(
    UPDATE creators_touches SET first_at = CASE WHEN first_at < $5 THEN first_at ELSE $5 END, last_at = CASE WHEN last_at > $6 THEN last_at ELSE $6 END
     WHERE toucher_id = $1 AND product_id = $2 AND note_id = $3 AND kind = $4)sql"};
const db::Sql insert_touch{"creators.insert_touch", R"sql(
    INSERT INTO creators_touches (toucher_id, product_id, note_id, kind, author_id, first_at, last_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (toucher_id, product_id, note_id, kind) DO NOTHING)sql"};
bool put_touch(db::Tx& tx, ToucherId toucher, const Touch& t)
{
    if (tx.exec(update_touch, toucher, t.product, t.note, t.kind, t.first_at, t.last_at) == 1) return false;
    return tx.exec(insert_touch, toucher, t.product, t.note, t.kind, t.author, t.first_at, t.last_at) == 1;
}

const db::Sql select_touches{"creators.select_touches", R"sql(
    SELECT product_id, note_id, kind, author_id, first_at, last_at FROM creators_touches
     WHERE toucher_id = $1 AND product_id IN @list($2) ORDER BY last_at DESC LIMIT 500)sql"};
std::vector<Touch> touches_of(db::ReadTx& tx, ToucherId toucher, const std::vector<ProductId>& products)
{
    return tx.all<Touch>(select_touches, toucher, products);
}

const db::Sql delete_touches{"creators.take_touches", R"sql(
    DELETE FROM creators_touches WHERE toucher_id = $1 AND (product_id, note_id, kind) IN (
        SELECT product_id, note_id, kind FROM creators_touches WHERE toucher_id = $1 ORDER BY last_at DESC LIMIT 500)
 RETURNING product_id, note_id, kind, author_id, first_at, last_at)sql"};
std::vector<Touch> take_touches(db::Tx& tx, ToucherId visitor) { return tx.all<Touch>(delete_touches, visitor); }

const db::Sql delete_old_touches{"creators.forget_touches", R"sql(
    DELETE FROM creators_touches WHERE (toucher_id, product_id, note_id, kind) IN (
        SELECT toucher_id, product_id, note_id, kind FROM creators_touches WHERE last_at < $1 ORDER BY last_at LIMIT $2))sql"};
std::int64_t forget_touches(db::Tx& tx, Instant before, std::int64_t limit) { return tx.exec(delete_old_touches, before, limit); }

}  // namespace meadow::creators::store
