// The books: trading_postings, trading_entries, trading_balances beside what orders and refunds say.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    {Moment::always, {"audit.postings_sum_to_zero", R"sql(
        SELECT 'posting ' || CAST(posting_id AS text) FROM trading_entries GROUP BY shop_id, posting_id HAVING SUM(amount) <> 0)sql"}},
    {Moment::always, {"audit.entries_have_postings", R"sql(
        SELECT 'posting ' || CAST(e.posting_id AS text) FROM trading_entries e
          LEFT JOIN trading_postings p ON p.shop_id = e.shop_id AND p.posting_id = e.posting_id WHERE p.posting_id IS NULL)sql"}},
    {Moment::always, {"audit.postings_have_two_sides", R"sql(
        SELECT p.reference FROM trading_postings p LEFT JOIN trading_entries e ON e.shop_id = p.shop_id AND e.posting_id = p.posting_id
         GROUP BY p.shop_id, p.reference HAVING COUNT(e.posting_id) < 2)sql"}},
    {Moment::always, {"audit.balances_equal_entries", R"sql(
        SELECT kind || ' of ' || CAST(holder AS text) || ' in ' || CAST(shop_id AS text)
          FROM (SELECT shop_id, kind, holder, amount FROM trading_entries
                 UNION ALL SELECT shop_id, kind, holder, -balance FROM trading_balances) AS sides
         GROUP BY shop_id, kind, holder HAVING SUM(amount) <> 0)sql"}},
    // The gateway holds for an order its whole price while it is paid, what came in astray until it has gone back, and nothing else.
    {Moment::always, {"audit.gateway_holds_what_is_paid", R"sql(
        SELECT 'order ' || CAST(order_id AS text) || ' by ' || CAST(SUM(fen) AS text)
          FROM (SELECT shop_id, order_id, -amount AS fen FROM trading_entries WHERE kind = 'gateway'
                 UNION ALL SELECT shop_id, order_id, -total FROM trading_orders WHERE state IN ('paid', 'shipped', 'delivered', 'completed', 'refunding')
                 UNION ALL SELECT shop_id, order_id, -amount FROM trading_refunds
                            WHERE state = 'approved' AND cause IN ('too_late', 'paid_twice', 'wrong_amount')) AS sides
         GROUP BY shop_id, order_id HAVING SUM(fen) <> 0)sql"}},
    {Moment::always, {"audit.orders_are_paid_once", R"sql(
        SELECT 'order ' || CAST(order_id AS text) FROM trading_entries WHERE kind = 'gateway' AND what = 'payment'
         GROUP BY shop_id, order_id HAVING COUNT(*) > 1)sql"}},
    {Moment::always, {"audit.escrow_holds_what_waits", R"sql(
        SELECT 'order ' || CAST(order_id AS text) || ' by ' || CAST(SUM(fen) AS text)
          FROM (SELECT shop_id, order_id, amount AS fen FROM trading_entries WHERE kind = 'escrow'
                 UNION ALL SELECT shop_id, order_id, -total FROM trading_orders WHERE settlement = 'escrow' AND state IN ('paid', 'shipped', 'delivered')
                 UNION ALL SELECT o.shop_id, o.order_id, -o.total
                             FROM trading_orders o JOIN trading_refunds r ON r.shop_id = o.shop_id AND r.refund_id = o.refund_id
                            WHERE o.settlement = 'escrow' AND o.state = 'refunding' AND o.completed_at = 0
                              AND r.state IN ('asked', 'escalated')) AS sides
         GROUP BY shop_id, order_id HAVING SUM(fen) <> 0)sql"}},
    {Moment::always, {"audit.refunds_under_way_are_booked", R"sql(
        SELECT 'order ' || CAST(order_id AS text)
          FROM (SELECT shop_id, order_id, amount AS fen FROM trading_entries WHERE kind = 'refund'
                 UNION ALL SELECT shop_id, order_id, -amount FROM trading_refunds WHERE state = 'approved') AS sides
         GROUP BY shop_id, order_id HAVING SUM(fen) <> 0)sql"}},
    {Moment::settled, {"audit.a_refunded_order_leaves_nothing", R"sql(
        SELECT e.kind || ' of order ' || CAST(e.order_id AS text)
          FROM trading_entries e JOIN trading_orders o ON o.shop_id = e.shop_id AND o.order_id = e.order_id
         WHERE o.state IN ('refunded', 'cancelled', 'placed')
           AND NOT EXISTS (SELECT 1 FROM trading_refunds r WHERE r.shop_id = o.shop_id AND r.order_id = o.order_id AND r.state = 'approved')
         GROUP BY e.shop_id, e.order_id, e.kind, e.holder HAVING SUM(e.amount) <> 0)sql"}},
    {Moment::settled, {"audit.a_completed_order_is_shared_out", R"sql(
        SELECT 'order ' || CAST(o.order_id AS text)
          FROM trading_orders o JOIN trading_entries e ON e.shop_id = o.shop_id AND e.order_id = o.order_id
         WHERE o.state = 'completed'
         GROUP BY o.shop_id, o.order_id, o.total, o.fee
        HAVING SUM(CASE WHEN e.kind IN ('merchant', 'creator', 'platform_fee') THEN e.amount ELSE 0 END) <> o.total
            OR SUM(CASE WHEN e.what IN ('payment', 'settled') AND e.kind = 'platform_fee' THEN e.amount ELSE 0 END) <> o.fee)sql"}},
};

}  // namespace

const std::span<const Rule> money_rules{rules};

}  // namespace meadow::audit
