// What the people of the demo town buy, and what becomes of it.
#include "app/demo_town.hpp"
#include "modules/catalog/reviews/write_review.hpp"
#include "modules/creators/touches/record_touches.hpp"
#include "modules/fulfilment/parcels/ship_order.hpp"
#include "modules/fulfilment/sandbox/carrier.hpp"
#include "modules/trading/orders/cancel_order.hpp"
#include "modules/trading/orders/confirm_receipt.hpp"
#include "modules/trading/orders/place_order.hpp"
#include "modules/trading/orders/show_order.hpp"
#include "modules/trading/payments/open_payment.hpp"
#include "modules/trading/refunds/ask_refund.hpp"

namespace meadow::app {

// Most orders are paid; some are given up, some forgotten until they expire, a few asked back.
void DemoTown::buy()
{
    std::vector<Note> pinning;
    for (const Note& n : notes_)
        if (n.article && !articles_[*n.article].pieces.empty()) pinning.push_back(n);
    if (pinning.empty()) return;
    const Note note = pinning[any(pinning.size())];
    const std::size_t buyer = any(neighbours_.size());
    if (buyer == articles_[*note.article].keeper) return;
    const Who& who = neighbours_[buyer].who;
    const Purchase bought = order(note, buyer);
    if (happens(10)) {
        does(who, trading::cancel_order, {bought.shop, bought.order});
    } else if (happens(90)) {
        pay(who, bought.shop, bought.order);
        if (happens(8))
            does(who, trading::ask_refund, {bought.shop, bought.order, trading::RefundReason::changed_mind, {}, {}});
        else
            purchases_.push_back(bought);
    }
}

// Who buys came by the note, and opened the product from there.
DemoTown::Purchase DemoTown::order(const Note& note, std::size_t buyer)
{
    const Article& article = articles_[*note.article];
    const Who& who = neighbours_[buyer].who;
    creators::RecordTouches touches;
    touches.touches.push_back({note.id, creators::TouchKind::view, {}});
    touches.touches.push_back({note.id, creators::TouchKind::click, article.id});
    does(who, creators::record_touches, touches);
    trading::PlaceOrder in;
    in.shop = article.shop;
    const std::int64_t count = happens(15) ? 2 : 1;
    const Piece& piece = article.pieces[any(article.pieces.size())];
    in.lines.push_back({piece.id, {count}, note.id});
    in.address = neighbours_[buyer].home;
    in.expected_total = piece.price * count;
    const auto placed = does<trading::PlaceOrder, trading::PricedOrder, trading::PlacedOrder>(who, trading::prepare_order,
                                                                                              trading::place_order, in);
    clock_.advance(2min);
    return {placed.shop, placed.order, article.keeper, buyer, *note.article, ++sold_};
}

// As people do: on the gateway's page, which then tells us.
void DemoTown::pay(const Who& who, ShopId shop, OrderId order)
{
    trading::OpenPayment in;
    in.orders.push_back({shop, order});
    const trading::PaymentCard card = does(who, trading::open_payment, in);
    street_->send({"POST", card.pay_url.value_or("") + "/pay", "", ""});
    meadow_.pump().settle();
}

// Shops pack what is paid, most of it soon; the sandbox carrier brings it; most buyers say that they have it, and many review it.
// What nobody confirms is taken as received ten days later.
void DemoTown::look_after_orders()
{
    std::erase_if(purchases_, [this](const Purchase& bought) {
        const Who& buyer = neighbours_[bought.buyer].who;
        trading::OrderState state{};
        jobs::read_now(meadow_.world(), buyer, [&](ReadCtx& ctx) {
            state = told(trading::show_order(ctx, {bought.shop, bought.order})).state;
        });
        if (state == trading::OrderState::paid && happens(40)) {
            fulfilment::ShipOrder in;
            in.shop = bought.shop;
            in.order = bought.order;
            in.carrier = std::string(fulfilment::sandbox::carrier_name);
            in.waybill = "DEMO" + std::to_string(10'000 + bought.number);
            does(neighbours_[bought.keeper].who, fulfilment::ship_order, in);
        }
        if (state != trading::OrderState::delivered || !happens(50)) return false;
        if (happens(80)) does(buyer, trading::confirm_receipt, {bought.shop, bought.order});
        if (happens(60)) {
            catalog::WriteReview in;
            in.product = articles_[bought.article].id;
            in.order = bought.order;
            in.rating = happens(70) ? 5 : 4;
            in.text = std::string(demo::praises[any(demo::praises.size())]);
            does(buyer, catalog::write_review, in);
        }
        return true;
    });
}

}  // namespace meadow::app
