#include "kit_day.hpp"

#include <algorithm>

#include "jobs/store.hpp"
#include "kit_lane.hpp"
#include "kit_numbers.hpp"
#include "modules/community/collects/collect_note.hpp"
#include "modules/community/comments/write_comment.hpp"
#include "modules/community/likes/like_note.hpp"
#include "modules/community/notes/publish_note.hpp"
#include "modules/fulfilment/parcels/ship_order.hpp"
#include "modules/media/items/store.hpp"
#include "modules/trading/orders/cancel_order.hpp"
#include "modules/trading/orders/confirm_receipt.hpp"
#include "modules/trading/orders/place_order.hpp"
#include "modules/trading/payments/learn_charge.hpp"
#include "modules/trading/payments/open_payment.hpp"

namespace meadow::bench {
namespace {

constexpr std::size_t at_once = 200;     // verbs a transaction
constexpr std::int64_t enough = 1'000'000;   // pieces of every SKU

template <class SomeId>
SomeId id_of(const std::string& text) { return SomeId{*parse_id(SomeId::prefix(), text)}; }

template <class Out>
Out given(Result<Out>&& result)
{
    if (!result.ok()) throw std::runtime_error("the day cannot be lived: " + std::string(result.refusal().kind->key) + " " + result.refusal().detail);
    return std::move(*result);
}

// Runs a verb as somebody inside a transaction that is open already.
template <class Verb>
auto as(WriteCtx& ctx, UserId user, Verb&& verb)
{
    const Who who{user, {}, 0};
    WriteCtx own({ctx.tx, ctx.now, who, ctx.settings, ctx.adapters, ctx.reply, {}}, ctx.tx, ctx.dice, ctx.ids, ctx.told);
    return given(verb(own));
}

// `each(ctx, i)` for 0 … count-1, many a transaction. It may run twice, so it puts its results into places of their own.
template <class Each>
void for_all(BenchTown& town, std::size_t count, Each&& each)
{
    for (std::size_t from = 0; from < count; from += at_once)
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            for (std::size_t i = from; i < std::min(from + at_once, count); ++i) each(ctx, i);
            return true;
        });
    wait_for_news(town.meadow());
}

MediaId paint(WriteCtx& ctx, UserId owner)
{
    media::Item item;
    item.picture = {ctx.new_id<MediaId>(), media::MediaKind::image, "0123456789abcdef0123456789abcdef", 1080, 1440, {240, 480, 1080},
                    "#a1b2c3", "LEHV6nWB2yk8pyo0adR*.7kCMdnj"};
    item.owner = owner;
    item.uploaded_at = ctx.now;
    media::store::insert_item(ctx.tx, item);
    media::store::mark_used(ctx.tx, item.picture.id);
    return item.picture.id;
}

std::vector<NoteId> write_notes(BenchTown& town, const Cast& cast, std::size_t count, const std::vector<std::string>& texts)
{
    std::vector<NoteId> notes(count);
    std::vector<ProductId> products;
    for (const BenchShop& shop : cast.market.shops) products.push_back(id_of<ProductId>(shop.product));
    for_all(town, count, [&](WriteCtx& ctx, std::size_t i) {
        Numbers numbers(i);
        const std::size_t author = numbers.below(cast.authors.size());
        const std::string& text = texts[numbers.below(texts.size())];
        community::PublishNote in;
        in.title = cut(text, 20);
        in.text = cut(text, 200) + " #" + cast.topics[numbers.below(cast.topics.size())] + " #" + cast.topics[numbers.below(cast.topics.size())];
        in.media = {cast.pictures[author][numbers.below(cast.pictures[author].size())]};
        if (numbers.below(5) == 0) in.products.push_back(products[numbers.below(products.size())]);
        if (numbers.below(5) == 0) in.place = {"上海", 30.8 + double(numbers.below(900)) / 1000, 121.0 + double(numbers.below(900)) / 1000};
        notes[i] = as(ctx, cast.authors[author], [&](WriteCtx& own) { return community::publish_note(own, in); }).id;
    });
    return notes;
}

void react(BenchTown& town, const Cast& cast, const std::vector<NoteId>& notes, const std::vector<std::string>& texts)
{
    const auto& people = cast.market.buyers;
    for_all(town, notes.size(), [&](WriteCtx& ctx, std::size_t i) {
        Numbers numbers(i + 1'000'000);
        const std::size_t first = numbers.below(people.size());
        for (std::size_t more = 0; more < 2; ++more)
            as(ctx, people[(first + more) % people.size()].user, [&](WriteCtx& own) { return community::like_note(own, {notes[i]}); });
        if (i % 2 == 0) as(ctx, people[first].user, [&](WriteCtx& own) { return community::collect_note(own, {notes[i], {}}); });
        const std::string& text = texts[numbers.below(texts.size())];
        as(ctx, people[numbers.below(people.size())].user,
           [&](WriteCtx& own) { return community::write_comment(own, {notes[i], Text<1, 500>(cut(text, 60)), {}}); });
    });
}

struct Bought {
    std::size_t buyer = 0, shop = 0;
    trading::PlacedOrder order;
    trading::PaymentCard payment;
    bool given_up = false;
};

std::vector<OrderId> buy(BenchTown& town, const Cast& cast, std::size_t count)
{
    std::vector<Bought> all(count);
    for_all(town, count, [&](WriteCtx& ctx, std::size_t i) {
        Numbers numbers(i + 2'000'000);
        Bought& one = all[i];
        one.buyer = numbers.below(cast.market.buyers.size());
        one.shop = numbers.below(cast.market.shops.size());
        const BenchShop& shop = cast.market.shops[one.shop];
        const BenchBuyer& buyer = cast.market.buyers[one.buyer];
        trading::PlaceOrder in;
        in.shop = id_of<ShopId>(shop.id);
        in.lines.push_back({id_of<SkuId>(shop.skus[numbers.below(shop.skus.size())]), 1, {}});
        in.address = id_of<AddressId>(buyer.address);
        in.expected_total = {bench_price};
        one.order = as(ctx, buyer.user, [&](WriteCtx& own) { return trading::place_order(own, in, given(trading::prepare_order(own, in))); });
        one.given_up = i % 8 == 0;
    });
    for_all(town, count, [&](WriteCtx& ctx, std::size_t i) {
        Bought& one = all[i];
        const UserId buyer = cast.market.buyers[one.buyer].user;
        if (one.given_up) {
            as(ctx, buyer, [&](WriteCtx& own) { return trading::cancel_order(own, {one.order.shop, one.order.order}); });
            return;
        }
        trading::OpenPayment in;
        in.orders.push_back({one.order.shop, one.order.order});
        one.payment = as(ctx, buyer, [&](WriteCtx& own) { return trading::open_payment(own, in); });
    });
    for_all(town, count, [&](WriteCtx& ctx, std::size_t i) {
        const Bought& one = all[i];
        if (one.given_up) return;
        given(trading::learn_charge(ctx, {trading::trade_name({cast.market.buyers[one.buyer].user, one.payment.payment}), trading::ChargeState::paid,
                                          one.payment.amount, "CNY", id_text("txn", ctx.ids.next()), ctx.now}));
    });
    for_all(town, count, [&](WriteCtx& ctx, std::size_t i) {
        const Bought& one = all[i];
        if (one.given_up) return;
        const fulfilment::ShipOrder in{one.order.shop, one.order.order, fulfilment::CarrierName("同城跑腿"),
                                       fulfilment::Waybill(id_text("WB", ctx.ids.next())), {}};
        as(ctx, cast.market.shops[one.shop].keeper, [&](WriteCtx& own) { return fulfilment::ship_order(own, in); });
    });
    for_all(town, count, [&](WriteCtx& ctx, std::size_t i) {
        const Bought& one = all[i];
        if (one.given_up) return;
        as(ctx, cast.market.buyers[one.buyer].user, [&](WriteCtx& own) { return trading::confirm_receipt(own, {one.order.shop, one.order.order}); });
    });
    std::vector<OrderId> orders;
    for (const Bought& one : all) orders.push_back(one.order.order);
    return orders;
}

}  // namespace

std::string cut(const std::string& text, std::size_t most)
{
    std::size_t end = 0;
    for (std::size_t points = 0; end < text.size(); ++end)
        if ((static_cast<unsigned char>(text[end]) & 0xC0u) != 0x80u && points++ == most) break;
    return text.substr(0, end);
}

Cast assemble(BenchTown& town, int shops, int buyers, int authors)
{
    Cast cast;
    cast.market = open_market(town, shops, 50, enough, buyers);
    for (const auto& [user, token] : town.people(authors)) cast.authors.push_back(user);
    cast.pictures.resize(cast.authors.size());
    for_all(town, cast.authors.size(), [&](WriteCtx& ctx, std::size_t i) {
        cast.pictures[i].clear();
        for (int n = 0; n < 3; ++n) cast.pictures[i].push_back(paint(ctx, cast.authors[i]));
    });
    for (int i = 0; i < 200; ++i) cast.topics.push_back("topic" + std::to_string(i));
    return cast;
}

Day live_one_day(BenchTown& town, const Cast& cast, int notes, int orders, const std::vector<std::string>& texts)
{
    Day day;
    day.notes = write_notes(town, cast, std::size_t(notes), texts);
    react(town, cast, day.notes, texts);
    day.orders = buy(town, cast, std::size_t(orders));
    return day;
}

}  // namespace meadow::bench
