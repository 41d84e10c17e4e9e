// Commissions: credits beside the orders they come from, the books they move and the totals they are shown as.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    {Moment::always, {"audit.earnings_equal_credits", R"sql(
        SELECT 'author ' || CAST(author_id AS text) || ' ' || state
          FROM (SELECT author_id, state, credits AS n, amount AS fen FROM creators_earnings
                 UNION ALL SELECT author_id, state, -1, -(commission - platform_part) FROM creators_credits) AS sides
         GROUP BY author_id, state HAVING SUM(n) <> 0 OR SUM(fen) <> 0)sql"}},
    {Moment::always, {"audit.note_sales_equal_credits", R"sql(
        SELECT 'note ' || CAST(note_id AS text) || ' in ' || CAST(shop_id AS text)
          FROM (SELECT shop_id, product_id, note_id, orders, refunded, sold - returned AS kept, commission FROM creators_note_sales
                 UNION ALL
                SELECT shop_id, product_id, note_id, -1,
                       CASE WHEN state = 'clawed_back' OR (state = 'void' AND EXISTS (
                            SELECT 1 FROM creators_credit_moves m WHERE m.author_id = c.author_id AND m.credit_id = c.credit_id AND m.to_state = 'payable'))
                            THEN -1 ELSE 0 END,
                       CASE WHEN state IN ('payable', 'paid') THEN -base ELSE 0 END,
                       CASE WHEN state IN ('payable', 'paid') THEN -commission ELSE 0 END
                  FROM creators_credits c) AS sides
         GROUP BY shop_id, product_id, note_id HAVING SUM(orders) <> 0 OR SUM(refunded) <> 0 OR SUM(kept) <> 0 OR SUM(commission) <> 0)sql"}},
    {Moment::always, {"audit.commission_is_booked_when_paid", R"sql(
        SELECT 'author ' || CAST(holder AS text) || ' of order ' || CAST(order_id AS text) || ' by ' || CAST(SUM(fen) AS text)
          FROM (SELECT shop_id, order_id, holder, amount AS fen FROM trading_entries WHERE kind = 'creator'
                 UNION ALL SELECT shop_id, order_id, author_id, -(commission - platform_part) FROM creators_credits WHERE state = 'paid') AS sides
         GROUP BY shop_id, order_id, holder HAVING SUM(fen) <> 0)sql"}},
    {Moment::always, {"audit.commission_is_a_share_of_the_line", R"sql(
        SELECT 'credit ' || CAST(credit_id AS text) FROM creators_credits
         WHERE commission < 0 OR commission > base OR platform_part < 0 OR platform_part > commission)sql"}},
    {Moment::always, {"audit.credit_moves_lead_to_its_state", R"sql(
        SELECT 'credit ' || CAST(credit_id AS text)
          FROM (SELECT c.credit_id, c.state, m.from_state, m.to_state,
                       LAG(m.to_state) OVER (PARTITION BY c.author_id, c.credit_id ORDER BY m.move_id) AS came_from,
                       LEAD(m.move_id) OVER (PARTITION BY c.author_id, c.credit_id ORDER BY m.move_id) AS next_move
                  FROM creators_credits c LEFT JOIN creators_credit_moves m ON m.author_id = c.author_id AND m.credit_id = c.credit_id) AS walk
         WHERE COALESCE(from_state, 'pending') <> COALESCE(came_from, 'pending')
            OR (next_move IS NULL AND COALESCE(to_state, 'pending') <> state))sql"}},
    {Moment::always, {"audit.nobody_is_credited_for_nothing", R"sql(
        SELECT 'credit ' || CAST(c.credit_id AS text)
          FROM creators_credits c LEFT JOIN trading_orders o ON o.shop_id = c.shop_id AND o.order_id = c.order_id
         WHERE o.order_id IS NULL OR o.buyer_id <> c.buyer_id OR c.author_id = c.buyer_id)sql"}},
    // Paid on completion, clawed back on refund.
    {Moment::settled, {"audit.credits_follow_their_orders", R"sql(
        SELECT 'credit ' || CAST(c.credit_id AS text) || ' is ' || c.state || ', its order ' || o.state
          FROM creators_credits c JOIN trading_orders o ON o.shop_id = c.shop_id AND o.order_id = c.order_id
         WHERE c.state <> CASE WHEN o.state = 'placed' THEN 'pending'
                               WHEN o.state = 'cancelled' THEN 'void'
                               WHEN o.state = 'refunded' AND o.completed_at = 0 THEN 'void'
                               WHEN o.state = 'refunded' THEN 'clawed_back'
                               WHEN o.completed_at = 0 THEN 'payable'
                               ELSE 'paid' END)sql"}},
};

}  // namespace

const std::span<const Rule> creator_rules{rules};

}  // namespace meadow::audit
