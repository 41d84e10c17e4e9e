// What leaves the house: fulfilment_slips, fulfilment_parcels and their lines.
#include "audit/auditor.hpp"

namespace meadow::audit {
namespace {

const Rule rules[] = {
    {Moment::always, {"audit.parcels_are_their_lines", R"sql(
        SELECT 'parcel ' || CAST(p.parcel_id AS text)
          FROM fulfilment_parcels p LEFT JOIN fulfilment_parcel_lines l ON l.shop_id = p.shop_id AND l.parcel_id = p.parcel_id
         GROUP BY p.shop_id, p.parcel_id, p.pieces HAVING COALESCE(SUM(l.count), 0) <> p.pieces)sql"}},
    {Moment::always, {"audit.slips_are_their_lines", R"sql(
        SELECT 'slip of order ' || CAST(s.order_id AS text)
          FROM fulfilment_slips s LEFT JOIN fulfilment_slip_lines l ON l.shop_id = s.shop_id AND l.order_id = s.order_id
         GROUP BY s.shop_id, s.order_id, s.pieces, s.shipped
        HAVING COALESCE(SUM(l.ordered), 0) <> s.pieces OR COALESCE(SUM(l.shipped), 0) <> s.shipped)sql"}},
    {Moment::always, {"audit.slips_count_their_parcels", R"sql(
        SELECT 'slip of order ' || CAST(s.order_id AS text)
          FROM fulfilment_slips s LEFT JOIN fulfilment_parcels p ON p.shop_id = s.shop_id AND p.order_id = s.order_id
         GROUP BY s.shop_id, s.order_id, s.shipped, s.delivered, s.parcels
        HAVING COALESCE(SUM(p.pieces), 0) <> s.shipped OR COUNT(p.parcel_id) <> s.parcels
            OR COALESCE(SUM(CASE WHEN p.state = 'delivered' THEN p.pieces ELSE 0 END), 0) <> s.delivered)sql"}},
    {Moment::always, {"audit.nothing_leaves_without_a_slip", R"sql(
        SELECT 'parcel ' || CAST(p.parcel_id AS text)
          FROM fulfilment_parcels p LEFT JOIN fulfilment_slips s ON s.shop_id = p.shop_id AND s.order_id = p.order_id WHERE s.order_id IS NULL)sql"}},
    {Moment::always, {"audit.what_left_was_bought", R"sql(
        SELECT 'order ' || CAST(s.order_id AS text) || ' is ' || COALESCE(o.state, 'missing')
          FROM fulfilment_slips s LEFT JOIN trading_orders o ON o.shop_id = s.shop_id AND o.order_id = s.order_id
         WHERE o.order_id IS NULL OR o.paid_at = 0)sql"}},
    {Moment::settled, {"audit.slips_follow_their_orders", R"sql(
        SELECT 'order ' || CAST(o.order_id AS text) || ' is ' || o.state || ', its slip ' || COALESCE(s.state, 'missing')
          FROM trading_orders o LEFT JOIN fulfilment_slips s ON s.shop_id = o.shop_id AND s.order_id = o.order_id
         WHERE (o.state = 'paid' AND COALESCE(s.state, '') <> 'open')
            OR (o.state IN ('shipped', 'delivered', 'completed') AND COALESCE(s.state, '') <> 'shipped')
            OR (o.state = 'delivered' AND s.delivered <> s.pieces)
            OR (o.state IN ('cancelled', 'refunded') AND s.state = 'open'))sql"}},
};

}  // namespace

const std::span<const Rule> parcel_rules{rules};

}  // namespace meadow::audit
