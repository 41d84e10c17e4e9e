// Pieces: fulfilment_stock beside its journal, and the journal beside the orders that hold and bought them.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    // available + held + sold is what came from outside, bucket by bucket.
    {Moment::always, {"audit.stock_equals_its_journal", R"sql(
        SELECT 'sku ' || CAST(sku_id AS text) || ' ' || bucket || ' by ' || CAST(SUM(pieces) AS text)
          FROM (SELECT shop_id, sku_id, warehouse_id, 'available' AS bucket, available AS pieces FROM fulfilment_stock
                 UNION ALL SELECT shop_id, sku_id, warehouse_id, 'held', held FROM fulfilment_stock
                 UNION ALL SELECT shop_id, sku_id, warehouse_id, 'sold', sold FROM fulfilment_stock
                 UNION ALL SELECT shop_id, sku_id, warehouse_id, to_bucket, -count FROM fulfilment_stock_moves
                 UNION ALL SELECT shop_id, sku_id, warehouse_id, from_bucket, count FROM fulfilment_stock_moves) AS sides
         WHERE bucket <> 'outside' GROUP BY shop_id, sku_id, warehouse_id, bucket HAVING SUM(pieces) <> 0)sql"}},
    {Moment::always, {"audit.pieces_move_forward", R"sql(
        SELECT 'sku ' || CAST(sku_id AS text) || ' of ' || CAST(cause_id AS text) FROM fulfilment_stock_moves WHERE count <= 0 OR from_bucket = to_bucket)sql"}},
    {Moment::always, {"audit.orders_hold_what_they_wait_for", R"sql(
        SELECT 'order ' || CAST(order_id AS text) || ' is ' || state || ', holds ' || CAST(held AS text) || ', has bought ' || CAST(sold AS text)
          FROM (SELECT o.order_id, o.state, o.shipped_at,
                       COALESCE(SUM(CASE WHEN m.to_bucket = 'held' THEN m.count WHEN m.from_bucket = 'held' THEN -m.count ELSE 0 END), 0) AS held,
                       COALESCE(SUM(CASE WHEN m.to_bucket = 'sold' THEN m.count WHEN m.from_bucket = 'sold' THEN -m.count ELSE 0 END), 0) AS sold
                  FROM trading_orders o LEFT JOIN fulfilment_stock_moves m ON m.shop_id = o.shop_id AND m.cause_id = o.order_id
                 GROUP BY o.shop_id, o.order_id, o.state, o.shipped_at) AS pieces
         WHERE (state = 'placed' AND (held <= 0 OR sold <> 0))
            OR (state = 'cancelled' AND (held <> 0 OR sold <> 0))
            OR (state IN ('paid', 'shipped', 'delivered', 'completed') AND (held <> 0 OR sold <= 0))
            OR (state IN ('refunding', 'refunded') AND (held <> 0 OR sold < 0))
            OR (state IN ('refunding', 'refunded') AND shipped_at <> 0 AND sold <= 0))sql"}},
    {Moment::always, {"audit.nobody_else_holds", R"sql(
        SELECT 'cause ' || CAST(m.cause_id AS text)
          FROM fulfilment_stock_moves m LEFT JOIN trading_orders o ON o.shop_id = m.shop_id AND o.order_id = m.cause_id
         WHERE o.order_id IS NULL AND (m.from_bucket IN ('held', 'sold') OR m.to_bucket IN ('held', 'sold')))sql"}},
    {Moment::always, {"audit.allowances_equal_holds", R"sql(
        SELECT 'buyer ' || CAST(buyer_id AS text) || ' in ' || CAST(shop_id AS text) || ' by ' || CAST(SUM(pieces) AS text)
          FROM (SELECT shop_id, buyer_id, held AS pieces FROM fulfilment_allowances WHERE sku_id = 0
                 UNION ALL
                SELECT o.shop_id, o.buyer_id, CASE WHEN m.to_bucket = 'held' THEN -m.count ELSE m.count END
                  FROM trading_orders o JOIN fulfilment_stock_moves m ON m.shop_id = o.shop_id AND m.cause_id = o.order_id
                 WHERE m.to_bucket = 'held' OR m.from_bucket = 'held') AS sides
         GROUP BY shop_id, buyer_id HAVING SUM(pieces) <> 0)sql"}},
    {Moment::ended, {"audit.nothing_is_held_for_ever", R"sql(
        SELECT 'sku ' || CAST(sku_id AS text) FROM fulfilment_stock WHERE held <> 0)sql"}},
};

}  // namespace

const std::span<const Rule> stock_rules{rules};

}  // namespace meadow::audit
