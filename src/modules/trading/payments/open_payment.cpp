#include "modules/trading/payments/open_payment.hpp"

#include <algorithm>

#include "jobs/outgoing.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/payments/move_payment.hpp"
#include "modules/trading/payments/store.hpp"
#include "modules/trading/payments/refusals.hpp"

namespace meadow::trading {
namespace {

std::string pointer(std::size_t line) { return "/orders/" + std::to_string(line); }

Result<std::vector<Order>> orders_of(WriteCtx& ctx, const OpenPayment& in)
{
    std::vector<Order> orders;
    for (std::size_t i = 0; i < in.orders.size(); ++i) {
        const auto order = store::find_order(ctx.tx, in.orders[i].shop, in.orders[i].order);
        if (!order || order->buyer != ctx.who.user) return refuse(not_found, "", {{pointer(i), "is none of your orders"}});
        if (order->state != OrderState::placed || ctx.now >= order->pay_by) return refuse(not_payable, "", {{pointer(i), "does not wait for payment"}});
        for (const Order& other : orders)
            if (other.id == order->id) return refuse(bad_input, "", {{pointer(i), "is named twice"}});
        orders.push_back(*order);
    }
    return orders;
}

// Whoever pays on the page of a closed payment all the same gets that money back.
void close_earlier(WriteCtx& ctx, const std::vector<Order>& orders)
{
    std::vector<OrderId> ids;
    for (const Order& order : orders) ids.push_back(order.id);
    for (const PaymentId id : store::attempts(ctx.tx, ctx.who.user, ids)) {
        auto earlier = store::find_payment(ctx.tx, ctx.who.user, id);
        if (earlier && is_open(earlier->state)) move_payment(ctx, *earlier, PaymentState::closed, "another payment took its place");
    }
}

// Only ways of this site: "//host" and "/\host" would lead elsewhere.
bool stays_here(std::string_view path)
{
    return path.starts_with('/') && !path.starts_with("//") && path.find('\\') == std::string_view::npos && path.find('\n') == std::string_view::npos;
}

}  // namespace

Result<PaymentCard> open_payment(WriteCtx& ctx, const OpenPayment& in)
{
    if (in.return_to && !stays_here(*in.return_to)) return refuse(bad_input, "", {{"/return_to", "must be a path of this site"}});
    const std::vector<Order> orders = TRY(orders_of(ctx, in));

    Payment payment;
    payment.buyer = ctx.who.user;
    payment.id = ctx.new_id<PaymentId>();
    payment.currency = "CNY";
    payment.opened_at = payment.changed_at = ctx.now;
    payment.expires_at = orders.front().pay_by;
    std::vector<PaymentLine> lines;
    for (const Order& order : orders) {
        lines.push_back({order.shop, order.id, order.total, LineOutcome::waiting});
        payment.amount += order.total;
        payment.expires_at = std::min(payment.expires_at, order.pay_by);
    }
    if (!payment.amount) return refuse(not_payable, "There is nothing to pay");

    close_earlier(ctx, orders);
    payment.pay_url = ctx.outside<Gateway>().pay_url(
        ctx, {trade_name({payment.buyer, payment.id}), payment.amount, payment.currency, payment.expires_at,
              ctx.outside<jobs::OwnAddress>().origin() + std::string(notify_path), in.return_to.value_or("")});
    store::insert_payment(ctx.tx, payment, lines);
    for (const Order& order : orders) store::put_attempt(ctx.tx, payment.buyer, order.id, payment.id);
    ctx.tell_at(ctx.now + ask_first_after(ctx), PaymentUnheard{payment.buyer, payment.id});
    return payment_card(payment, std::move(lines));
}

}  // namespace meadow::trading
