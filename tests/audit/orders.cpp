// The lives of orders and refunds: trading_orders, trading_order_moves, trading_refunds, trading_refund_moves, trading_buyer_orders.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    {Moment::always, {"audit.order_moves_lead_to_its_state", R"sql(
        SELECT 'order ' || CAST(order_id AS text)
          FROM (SELECT o.order_id, o.state, m.from_state, m.to_state,
                       LAG(m.to_state) OVER (PARTITION BY o.shop_id, o.order_id ORDER BY m.move_id) AS came_from,
                       LEAD(m.move_id) OVER (PARTITION BY o.shop_id, o.order_id ORDER BY m.move_id) AS next_move
                  FROM trading_orders o LEFT JOIN trading_order_moves m ON m.shop_id = o.shop_id AND m.order_id = o.order_id) AS walk
         WHERE COALESCE(from_state, 'placed') <> COALESCE(came_from, 'placed')
            OR (next_move IS NULL AND COALESCE(to_state, 'placed') <> state))sql"}},
    {Moment::always, {"audit.moves_belong_to_orders", R"sql(
        SELECT 'move ' || CAST(m.move_id AS text) FROM trading_order_moves m
          LEFT JOIN trading_orders o ON o.shop_id = m.shop_id AND o.order_id = m.order_id WHERE o.order_id IS NULL)sql"}},
    {Moment::always, {"audit.orders_move_as_they_may", R"sql(
        SELECT 'order ' || CAST(order_id AS text) || ' ' || from_state || '>' || to_state FROM trading_order_moves
         WHERE from_state || '>' || to_state NOT IN (
               'placed>paid', 'placed>cancelled', 'paid>shipped', 'paid>refunding', 'shipped>delivered', 'shipped>completed', 'shipped>refunding',
               'delivered>completed', 'delivered>refunding', 'completed>refunding', 'refunding>refunded', 'refunding>paid', 'refunding>shipped',
               'refunding>delivered', 'refunding>completed'))sql"}},
    {Moment::always, {"audit.orders_know_when", R"sql(
        SELECT 'order ' || CAST(order_id AS text) FROM trading_orders
         WHERE (state IN ('paid', 'shipped', 'delivered', 'completed', 'refunding', 'refunded') AND paid_at = 0)
            OR (state IN ('placed', 'cancelled') AND paid_at <> 0)
            OR (state IN ('shipped', 'delivered') AND shipped_at = 0)
            OR (state = 'completed' AND completed_at = 0)
            OR (state IN ('cancelled', 'refunded') AND closed_at = 0)
            OR (paid_at <> 0 AND payment_id = 0))sql"}},
    {Moment::always, {"audit.orders_end_once", R"sql(
        SELECT 'order ' || CAST(order_id AS text) FROM trading_order_moves WHERE to_state IN ('cancelled', 'refunded')
         GROUP BY shop_id, order_id HAVING COUNT(*) > 1)sql"}},
    {Moment::always, {"audit.refund_moves_lead_to_its_state", R"sql(
        SELECT 'refund ' || CAST(refund_id AS text)
          FROM (SELECT r.refund_id, r.state, m.from_state, m.to_state, CASE WHEN r.cause = 'asked' THEN 'asked' ELSE 'approved' END AS first,
                       LAG(m.to_state) OVER (PARTITION BY r.shop_id, r.refund_id ORDER BY m.move_id) AS came_from,
                       LEAD(m.move_id) OVER (PARTITION BY r.shop_id, r.refund_id ORDER BY m.move_id) AS next_move
                  FROM trading_refunds r LEFT JOIN trading_refund_moves m ON m.shop_id = r.shop_id AND m.refund_id = r.refund_id) AS walk
         WHERE COALESCE(from_state, first) <> COALESCE(came_from, first)
            OR (next_move IS NULL AND COALESCE(to_state, first) <> state))sql"}},
    {Moment::always, {"audit.refunds_and_orders_agree", R"sql(
        SELECT 'order ' || CAST(o.order_id AS text) || ' is ' || o.state || ', its refund ' || COALESCE(r.state, 'missing')
          FROM trading_orders o LEFT JOIN trading_refunds r ON r.shop_id = o.shop_id AND r.refund_id = o.refund_id
         WHERE (o.state = 'refunding' AND COALESCE(r.state, '') NOT IN ('asked', 'escalated', 'approved'))
            OR (o.state = 'refunded' AND COALESCE(r.state, '') <> 'done')
            OR (o.state NOT IN ('refunding', 'refunded') AND r.state IN ('asked', 'escalated', 'approved', 'done')))sql"}},
    {Moment::settled, {"audit.buyers_lists_show_their_orders", R"sql(
        SELECT 'order ' || CAST(o.order_id AS text) || ' is ' || o.state || ', listed as ' || COALESCE(l.state, 'missing')
          FROM trading_orders o LEFT JOIN trading_buyer_orders l ON l.buyer_id = o.buyer_id AND l.order_id = o.order_id
         WHERE l.state IS NULL OR l.state <> o.state OR l.total <> o.total)sql"}},
    {Moment::ended, {"audit.every_order_has_ended", R"sql(
        SELECT 'order ' || CAST(order_id AS text) || ' is still ' || state FROM trading_orders
         WHERE state NOT IN ('completed', 'cancelled', 'refunded'))sql"}},
    {Moment::ended, {"audit.every_refund_has_ended", R"sql(
        SELECT 'refund ' || CAST(refund_id AS text) || ' is still ' || state FROM trading_refunds
         WHERE state NOT IN ('done', 'rejected', 'dismissed', 'withdrawn'))sql"}},
};

}  // namespace

const std::span<const Rule> order_rules{rules};

}  // namespace meadow::audit
