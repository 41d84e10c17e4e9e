// Payments, what went back through them, and the sandbox gateway's own books, which belong to somebody else.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    {Moment::always, {"audit.payments_are_their_lines", R"sql(
        SELECT 'payment ' || CAST(p.payment_id AS text)
          FROM trading_payments p LEFT JOIN trading_payment_lines l ON l.buyer_id = p.buyer_id AND l.payment_id = p.payment_id
         GROUP BY p.buyer_id, p.payment_id, p.amount HAVING COALESCE(SUM(l.amount), 0) <> p.amount)sql"}},
    {Moment::always, {"audit.payments_come_in_whole", R"sql(
        SELECT 'payment ' || CAST(p.payment_id AS text) || ' is ' || p.state || ', of order ' || CAST(l.order_id AS text) || ' ' || l.outcome
          FROM trading_payments p JOIN trading_payment_lines l ON l.buyer_id = p.buyer_id AND l.payment_id = p.payment_id
         WHERE (p.state IN ('succeeded', 'partly_refunded', 'refunded')) <> (l.outcome <> 'waiting'))sql"}},
    {Moment::always, {"audit.one_payment_pays_an_order", R"sql(
        SELECT 'order ' || CAST(order_id AS text) FROM trading_payment_lines WHERE outcome = 'paid'
         GROUP BY shop_id, order_id HAVING COUNT(*) > 1)sql"}},
    {Moment::always, {"audit.a_paid_order_names_its_payment", R"sql(
        SELECT 'order ' || CAST(o.order_id AS text)
          FROM trading_orders o LEFT JOIN trading_payment_lines l
            ON l.buyer_id = o.buyer_id AND l.payment_id = o.payment_id AND l.shop_id = o.shop_id AND l.order_id = o.order_id
         WHERE o.payment_id <> 0 AND (l.order_id IS NULL OR l.outcome <> 'paid' OR l.amount <> o.total))sql"}},
    {Moment::always, {"audit.payments_know_what_went_back", R"sql(
        SELECT 'payment ' || CAST(p.payment_id AS text)
          FROM trading_payments p LEFT JOIN trading_give_backs g
            ON g.buyer_id = p.buyer_id AND g.payment_id = p.payment_id AND g.state = 'given'
         GROUP BY p.buyer_id, p.payment_id, p.refunded, p.amount, p.state
        HAVING COALESCE(SUM(g.amount), 0) <> p.refunded OR p.refunded > p.amount
            OR (p.state = 'refunded') <> (p.refunded = p.amount AND p.amount > 0)
            OR (p.state = 'partly_refunded') <> (p.refunded > 0 AND p.refunded < p.amount))sql"}},
    {Moment::always, {"audit.nothing_is_given_back_twice", R"sql(
        SELECT 'refund ' || CAST(refund_id AS text) FROM trading_give_backs GROUP BY refund_id HAVING COUNT(*) > 1)sql"}},
    {Moment::always, {"audit.the_gateway_gave_what_it_says", R"sql(
        SELECT c.trade FROM trading_sandbox_charges c LEFT JOIN trading_sandbox_refunds r ON r.trade = c.trade
         GROUP BY c.trade, c.given_back, c.amount HAVING COALESCE(SUM(r.amount), 0) <> c.given_back OR c.given_back > c.amount)sql"}},
    {Moment::always, {"audit.the_gateway_has_what_we_booked", R"sql(
        SELECT 'we booked ' || CAST(ours AS text) || ', the gateway took ' || CAST(theirs AS text)
          FROM (SELECT COALESCE((SELECT SUM(-amount) FROM trading_entries WHERE kind = 'gateway' AND amount < 0), 0) AS ours,
                       COALESCE((SELECT SUM(amount) FROM trading_sandbox_charges WHERE state = 'paid'), 0) AS theirs) AS sums
         WHERE ours > theirs)sql"}},
    {Moment::ended, {"audit.the_gateway_and_we_agree", R"sql(
        SELECT 'we hold ' || CAST(ours AS text) || ', the gateway ' || CAST(theirs AS text)
          FROM (SELECT COALESCE((SELECT SUM(-amount) FROM trading_entries WHERE kind = 'gateway'), 0) AS ours,
                       COALESCE((SELECT SUM(amount - given_back) FROM trading_sandbox_charges WHERE state = 'paid'), 0) AS theirs) AS sums
         WHERE ours <> theirs)sql"}},
    {Moment::ended, {"audit.every_payment_has_ended", R"sql(
        SELECT 'payment ' || CAST(payment_id AS text) || ' is still ' || state FROM trading_payments WHERE state IN ('created', 'pending'))sql"}},
    {Moment::ended, {"audit.everything_was_given_back", R"sql(
        SELECT 'refund ' || CAST(refund_id AS text) || ' is ' || state FROM trading_give_backs WHERE state <> 'given')sql"}},
};

}  // namespace

const std::span<const Rule> payment_rules{rules};

}  // namespace meadow::audit
