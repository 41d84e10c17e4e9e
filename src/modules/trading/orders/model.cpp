#include "modules/trading/orders/model.hpp"

#include "base/json.hpp"
#include "db/connection.hpp"

namespace meadow::trading {

OrderPapers papers_of(const Order& order)
{
    auto papers = from_json<OrderPapers>(order.papers);
    if (!papers.ok()) throw db::Fault(db::Fault::Kind::broken, "the papers of order " + text(order.id) + " cannot be read");
    return std::move(*papers);
}

std::vector<OrderLine> lines_of(const OrderPapers& papers)
{
    std::vector<OrderLine> out;
    for (const SoldLine& line : papers.lines) out.push_back({line.product, line.sku, line.count, line.goods, line.commission, line.note});
    return out;
}

bool is_settled(const Order& order) { return order.settlement == Settlement::instant || order.completed_at; }

OrderState standing(const Order& order)
{
    if (order.completed_at) return OrderState::completed;
    if (order.delivered_at) return OrderState::delivered;
    if (order.shipped_at) return OrderState::shipped;
    return OrderState::paid;
}

}  // namespace meadow::trading
