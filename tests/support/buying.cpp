#include "support/buying.hpp"

#include "modules/fulfilment/events.hpp"
#include "modules/trading/orders/mark_paid.hpp"
#include "modules/trading/orders/store.hpp"
#include "modules/trading/refunds/refund_succeeded.hpp"
#include "modules/trading/trading.hpp"

namespace meadow::testing {
namespace {

template <class SomeId>
SomeId id_of(const std::string& text) { return SomeId{parse_id(SomeId::prefix(), text).value_or(0)}; }

template <class Verb>
void in_lane(Town& town, Verb verb)
{
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
        verb(ctx);
        return true;
    });
}

}  // namespace

Buyer buyer(Town& town, const std::string& name)
{
    Buyer out{town.person(name), ""};
    out.address = out.post("/v1/addresses", R"({"receiver":")" + name + R"(","phone":"138 0013 8000","province":"上海","city":"上海","district":"徐汇区",)"
                                             R"("detail":"衡山路 1 号"})").is(201).text("/id");
    return out;
}

Answer buys(Buyer& person, const std::string& shop, const std::string& sku, std::int64_t count, Money total)
{
    return person.post("/v1/orders", R"({"shop":")" + shop + R"(","lines":[{"sku":")" + sku + R"(","count":)" + std::to_string(count) +
                                         R"(}],"address":")" + person.address + R"(","expected_total":)" + std::to_string(total.minor) + "}");
}

Bought bought(Buyer& person, const std::string& shop, const std::string& sku, std::int64_t count, Money total)
{
    return {shop, buys(person, shop, sku, count, total).is(201).text("/order")};
}

std::string pays_now(Town& town, const Bought& order, Money amount, std::int64_t payment)
{
    trading::PaidOutcome outcome{};
    in_lane(town, [&](WriteCtx& ctx) {
        const PaymentId id{payment != 0 ? payment : ctx.ids.next()};
        outcome = trading::mark_paid(ctx, id_of<ShopId>(order.shop), id_of<OrderId>(order.order), amount, "CNY", id);
    });
    return name_of(outcome);
}

std::string pays(Town& town, const Bought& order, Money amount, std::int64_t payment)
{
    std::string outcome = pays_now(town, order, amount, payment);
    town.settles();
    return outcome;
}

bool paid_back(Town& town, const std::string& shop, const std::string& refund)
{
    bool news = false;
    in_lane(town, [&](WriteCtx& ctx) { news = trading::refund_succeeded(ctx, id_of<ShopId>(shop), id_of<RefundId>(refund)); });
    town.settles();
    return news;
}

void ships(Town& town, const Bought& order)
{
    in_lane(town, [&](WriteCtx& ctx) {
        const auto placed = trading::store::find_order(ctx.tx, id_of<ShopId>(order.shop), id_of<OrderId>(order.order)).value();
        ctx.tell(fulfilment::ParcelShipped{placed.shop, placed.id, ctx.new_id<ParcelId>(), placed.buyer, "sf", "SF1", true, ctx.now});
    });
    town.settles();
}

void delivers(Town& town, const Bought& order)
{
    in_lane(town, [&](WriteCtx& ctx) {
        const auto placed = trading::store::find_order(ctx.tx, id_of<ShopId>(order.shop), id_of<OrderId>(order.order)).value();
        ctx.tell(fulfilment::ParcelDelivered{placed.shop, placed.id, ctx.new_id<ParcelId>(), placed.buyer, true, ctx.now});
    });
    town.settles();
}

void books_balance(Town& town)
{
    jobs::read_now(town.world(), {}, [](ReadCtx& ctx) {
        for (const std::string& fault : trading::check_books(ctx.tx).faults) ADD_FAILURE() << fault;
    });
}

}  // namespace meadow::testing
