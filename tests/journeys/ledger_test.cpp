// The books: every fen is somewhere, at every step, and the audit would see if it were not.
// Verbs: show_funds, list_funds, month_statement.
#include "modules/trading/ledger/model.hpp"
#include "modules/trading/orders/place_order.hpp"
#include "support/buying.hpp"

namespace meadow::testing {
namespace {

template <class SomeId>
SomeId id_of(const std::string& text) { return SomeId{*parse_id(SomeId::prefix(), text)}; }

struct Books : ::testing::Test {
    Town town;
    Buyer ada = buyer(town, "ada");
    Person lin = town.person("lin");
    Stall stall = open_stall(lin, "Lin", {{"红", yuan(99), 100}});
    Books() { town.settles(); }

    // An order whose money waits in escrow, as a POP store's does; the fee is 5 yuan.
    Bought escrow_order()
    {
        trading::OrderPapers papers;
        papers.lines.push_back({id_of<SkuId>(stall.skus[0]), id_of<ProductId>(stall.product), "口红", "红", {}, yuan(99), 1, yuan(99), {}, yuan(99), {}, {}, {}, {}});
        const trading::PricedOrder priced{trading::Settlement::escrow, yuan(99), yuan(5), trading::lines_of(papers), to_json(papers)};
        const trading::WantedOrder wanted{id_of<ShopId>(stall.shop), {{id_of<SkuId>(stall.skus[0]), 1, {}}}, {}, yuan(99)};
        const Who who{id_of<UserId>(ada.id()), {}, 0};
        const auto placed = jobs::write_now<trading::PlacedOrder>(town.world(), who, 0, [&](WriteCtx& ctx) { return trading::place(ctx, wanted, priced); });
        town.settles();
        return {stall.shop, text(placed.value().order)};
    }
    void funds_are(std::int64_t pending, std::int64_t settled, std::int64_t fees)
    {
        books_balance(town);
        lin.get("/v1/shops/" + stall.shop + "/funds").is(200).says("/pending", pending).says("/settled", settled).says("/fees", fees);
    }
    std::string refund_of(const Bought& order) { return ada.post(order.path() + "/refunds", R"({"reason":"other"})").is(201).text("/id"); }
    std::vector<std::string> audit()
    {
        std::vector<std::string> faults;
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { faults = trading::check_books(ctx.tx).faults; });
        return faults;
    }
    void tamper(std::string_view statements)
    {
        const auto connection = town.database().open_writer(db::Home::main);
        connection->script(statements);
    }
};

}  // namespace

TEST_F(Books, sum_to_zero_at_every_step_of_an_order_in_escrow)
{
    const Bought order = escrow_order();
    funds_are(0, 0, 0);
    pays(town, order, yuan(99));
    funds_are(9900, 0, 0);
    ships(town, order);
    delivers(town, order);
    funds_are(9900, 0, 0);
    ada.post(order.path() + "/receipt").is(204);
    town.settles();
    funds_are(0, 9400, 500);

    const std::string refund = refund_of(order);
    funds_are(0, 9400, 500);
    lin.post("/v1/shops/" + stall.shop + "/refunds/" + refund + "/answer", R"({"granted":true})").is(200);
    funds_are(0, 0, 0);   // the fee comes back with it
    paid_back(town, stall.shop, refund);
    funds_are(0, 0, 0);
}

TEST_F(Books, an_instant_shop_is_paid_when_the_buyer_pays)
{
    const Bought order = bought(ada, stall.shop, stall.skus[0], 2, yuan(198));
    pays(town, order, yuan(198));
    funds_are(0, 19800 - 198, 198);   // a light shop's fee: 1 %
    ships(town, order);
    ada.post(order.path() + "/receipt").is(204);
    town.settles();
    funds_are(0, 19800 - 198, 198);
}

TEST_F(Books, a_shop_may_end_up_owing)
{
    const Bought order = bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
    pays(town, order, yuan(99));
    const ShopId shop = id_of<ShopId>(stall.shop);
    const auto withdraw = [&] {
        bool booked = false;
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            booked = trading::transfer(ctx, shop, "commission/1", "commission", id_of<OrderId>(order.order), {trading::AccountKind::merchant, shop.value},
                                       {trading::AccountKind::creator, 42}, yuan(20));
            return true;
        });
        return booked;
    };
    EXPECT_TRUE(withdraw());
    EXPECT_FALSE(withdraw());   // booked once, however often it is asked for
    funds_are(0, 9801 - 2000, 99);
    paid_back(town, stall.shop, refund_of(order));
    funds_are(0, -2000, 0);
}

TEST_F(Books, every_line_leads_back_to_its_order)
{
    std::vector<Bought> orders;
    for (int i = 0; i < 3; ++i) {
        orders.push_back(bought(ada, stall.shop, stall.skus[0], 1, yuan(99)));
        pays(town, orders.back(), yuan(99));
        town.wait(1min);
    }
    const std::string lines = "/v1/shops/" + stall.shop + "/funds/lines";
    const Answer first = lin.get(lines + "?limit=2").is(200).counts("/items", 2).says("/items/0/order", orders[2].order).says("/items/0/amount", 9801);
    lin.get(lines + "?limit=2&cursor=" + first.text("/next")).counts("/items", 1).says("/items/0/order", orders[0].order);
    lin.get(lines + "?account=fees").counts("/items", 3).says("/items/0/amount", 99);
    ada.get(lines).is_refused("base.not_found");
    ada.get("/v1/shops/" + stall.shop + "/funds").is_refused("base.not_found");
}

TEST_F(Books, a_month_is_taken_home_as_a_table)
{
    const Bought november = bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
    pays(town, november, yuan(99));
    town.clock().set(*parse_instant("2030-11-30 16:00"));   // midnight in Shanghai: December
    const Bought december = bought(ada, stall.shop, stall.skus[0], 1, yuan(99));
    pays(town, december, yuan(99));
    const std::string statements = "/v1/shops/" + stall.shop + "/statements/";
    const std::string csv = lin.get(statements + "2030-11").is(200).response().body;
    EXPECT_EQ(csv, "at,order,what,amount\r\n2030-11-11T12:00:00.000Z," + november.order + ",payment,98.01\r\n");
    EXPECT_NE(lin.get(statements + "2030-12").is(200).response().body.find(december.order), std::string::npos);
    lin.get(statements + "2030-13").is_refused("trading.wrong_month");
    lin.get(statements + "2030-1").is(422);
    ada.get(statements + "2030-11").is_refused("base.not_found");
}

TEST_F(Books, the_audit_sees_what_is_not_in_order)
{
    const Bought order = escrow_order();
    pays(town, order, yuan(99));
    ASSERT_TRUE(audit().empty());
    tamper("UPDATE trading_entries SET amount = amount + 1 WHERE kind = 'escrow'");
    EXPECT_EQ(audit().size(), 4u);   // the posting, the order, the balance, the order's escrow
    tamper("UPDATE trading_entries SET amount = amount - 1 WHERE kind = 'escrow'; UPDATE trading_balances SET balance = balance + 1 WHERE kind = 'gateway'");
    EXPECT_EQ(audit().size(), 1u);
    tamper("UPDATE trading_balances SET balance = balance - 1 WHERE kind = 'gateway'; UPDATE trading_orders SET state = 'completed'");
    ASSERT_EQ(audit().size(), 1u);
    EXPECT_NE(audit()[0].find("escrow of order"), std::string::npos);
}

TEST_F(Books, a_posting_that_does_not_sum_to_zero_is_a_bug)
{
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    const auto crooked = [&] {
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            return trading::post(ctx, id_of<ShopId>(stall.shop), "x", "x", {}, {{{trading::AccountKind::buyer, 1}, yuan(1)}});
        });
    };
    EXPECT_DEATH(crooked(), "sum to zero");
}

}  // namespace meadow::testing
