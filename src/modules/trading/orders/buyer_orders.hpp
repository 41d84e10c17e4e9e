// The list of a buyer's orders over all shops: a projection at the buyer's home of what stands at the shops'. An order enters it in
// the transaction that places it, so that the buyer finds it there at once; what becomes of it follows by news.
#pragma once
#include "base/page.hpp"
#include "jobs/context.hpp"
#include "modules/catalog/events.hpp"
#include "modules/trading/orders/model.hpp"

namespace meadow::trading {

enum class OrderTab : std::uint8_t { all, to_pay, to_ship, to_receive, to_review, refunds };
BOOST_DESCRIBE_ENUM(OrderTab, all, to_pay, to_ship, to_receive, to_review, refunds)

struct BuyerOrderLine {
    ProductId product;
    SkuId sku;
    std::string title;
    std::string spec;
    MediaId picture;
    Money price;
    std::int64_t count = 0;
    ReviewId review;           // this buyer's of this purchase; none yet
};
BOOST_DESCRIBE_STRUCT(BuyerOrderLine, (), (product, sku, title, spec, picture, price, count, review))

struct BuyerOrder {
    OrderId order;
    ShopId shop;
    OrderState state{};
    Money total;
    Instant pay_by;
    std::vector<BuyerOrderLine> lines;
};
BOOST_DESCRIBE_STRUCT(BuyerOrder, (), (order, shop, state, total, pay_by, lines))

// Whether an order stands under a tab.
bool stands_under(OrderTab, const BuyerOrder&);
std::vector<BuyerOrderLine> shown_lines(const OrderPapers&);
BuyerOrder card_of(const Order&);

// Writes what the list shows of an order as the shop's home has it now. Heard twice or late, it does no harm.
void project_order(WriteCtx&, ShopId, OrderId);
// A product was reviewed: the newest order of it that waits for a review waits no more.
void project_review(WriteCtx&, const catalog::ReviewWritten&);

}  // namespace meadow::trading
