// A note that sells: its author is credited at once, paid when receipt is confirmed, and gives back what is refunded.
// Verbs: record_touches, credit_sale, move_credit, list_earnings, list_note_sales, count_touches.
#include "modules/trading/trading.hpp"
#include "support/gazette.hpp"
#include "support/paying.hpp"

namespace meadow::testing {
namespace {

struct Attribution : ::testing::Test {
    Town town;
    Person lin = town.person("lin");
    Person nora = town.person("nora");   // writes
    Person emil = town.person("emil");   // writes, too
    Buyer bo = buyer(town, "bo");
    Stall lipstick = open_stall(lin, "Lin", {{"红", yuan(100), 50}});   // 10 % to the author
    std::string note, other;

    Attribution()
    {
        note = publishes(nora, "Autumn lipstick", pinning());
        other = publishes(emil, "The same in winter", pinning());
        town.settles();
    }
    std::string pinning() const { return R"("products":[")" + lipstick.product + R"("])"; }
    std::string touch(const std::string& of, const std::string& kind) const
    {
        return R"({"note":")" + of + R"(","kind":")" + kind + R"(")" + (kind == "click" ? R"(,"product":")" + lipstick.product + R"(")" : "") + "}";
    }
    void touches(Person& who, const std::string& of, const std::string& kind, const std::string& more = "")
    {
        who.post("/v1/touches", R"({"touches":[)" + touch(of, kind) + "]" + more + "}").is(200).says("/kept", 1);
        town.wait(1s);
    }
    Bought buys_one(Buyer& who)
    {
        const Bought out = bought(who, lipstick.shop, lipstick.skus[0], 1, yuan(100));
        town.settles();
        return out;
    }
    void sign_in_again(Person& who, const std::string& name)
    {
        const Answer session = town.guest().post("/v1/sessions", R"({"address":")" + name + R"(@example.org","password":"correct horse )" + name + R"("})");
        who = Person{town, who.id(), session.is(201).text("/token")};
    }
    Answer earnings(Person& who) { return who.get("/v1/me/earnings").is(200); }
};

}  // namespace

TEST_F(Attribution, a_note_that_sells_credits_its_author)
{
    touches(bo, note, "view");
    touches(bo, note, "click");
    const Bought order = buys_one(bo);
    // 10 % of 100 yuan, of which the platform keeps a fifth
    earnings(nora).counts("/items", 1).says("/items/0/state", "pending").says("/items/0/note", note).says("/items/0/base", 10000)
        .says("/items/0/commission", 1000).says("/items/0/platform_part", 200).says("/items/0/earning", 800);
    lin.get("/v1/shops/" + lipstick.shop + "/note-sales").is(200).counts("/items", 1).says("/items/0/sales/note", note)
        .says("/items/0/sales/views", 1).says("/items/0/sales/clicks", 1).says("/items/0/sales/orders", 1).says("/items/0/sales/paid", 0)
        .says("/items/0/author/handle", "nora").says("/items/0/note_title", nora.get("/v1/notes/" + note).text("/title"))
        .says("/items/0/product_title", bo.get("/v1/products/" + lipstick.product).text("/title"));

    pays_for(town, bo, order);
    earnings(nora).says("/items/0/state", "payable");
    books_balance(town);
    ships(town, order);
    delivers(town, order);
    earnings(nora).says("/items/0/state", "payable");
    bo.post(order.path() + "/receipt").is(204);
    town.settles();
    earnings(nora).says("/items/0/state", "paid");
    nora.get("/v1/me/earnings/sums").says("/2/state", "paid").says("/2/credits", 1).says("/2/amount", 800).says("/0/amount", 0).says("/1/amount", 0);
    lin.get("/v1/shops/" + lipstick.shop + "/note-sales").says("/items/0/sales/paid", 1).says("/items/0/sales/sold", 10000)
        .says("/items/0/sales/commission", 1000);
    lin.get("/v1/shops/" + lipstick.shop + "/author-sales").is(200).counts("/items", 1).says("/items/0/author/handle", "nora").says("/items/0/sales/notes", 1)
        .says("/items/0/sales/paid", 1).says("/items/0/sales/sold", 10000);   // list_author_sales
    emil.get("/v1/shops/" + lipstick.shop + "/author-sales").is_refused("base.not_found");
    nora.get("/v1/notifications").is(200).says("/items/0/what", "sale_paid");
    books_balance(town);
}

TEST_F(Attribution, the_last_note_wins_and_both_ends_of_the_way_are_kept)
{
    touches(bo, note, "click");
    touches(bo, other, "share");
    touches(bo, note, "view");   // reading again is not clicking again
    buys_one(bo);
    earnings(emil).counts("/items", 1).says("/items/0/note", other).says("/items/0/first_note", note).says("/items/0/last_note", other);
    earnings(nora).counts("/items", 0);
}

TEST_F(Attribution, credit_survives_the_cart_and_a_later_session)
{
    touches(bo, note, "click");
    bo.post("/v1/cart/lines", R"({"shop":")" + lipstick.shop + R"(","sku":")" + lipstick.skus[0] + R"(","count":1})").is(204);
    town.wait(std::chrono::hours{24 * 29});
    sign_in_again(bo, "bo");
    bo.post("/v1/checkouts", R"({"shops":[{"shop":")" + lipstick.shop + R"(","skus":[")" + lipstick.skus[0] + R"("],"expected_total":10000}],"address":")" +
                                 bo.address + R"("})").is(201);
    town.settles();
    earnings(nora).counts("/items", 1);

    Buyer late = buyer(town, "late");
    touches(late, note, "click");
    town.wait(std::chrono::hours{24 * 31});
    sign_in_again(late, "late");
    sign_in_again(nora, "nora");
    buys_one(late);
    earnings(nora).counts("/items", 1);
}

TEST_F(Attribution, what_a_visitor_did_counts_once_they_have_signed_in)
{
    Person guest = town.guest();
    const std::string visitor = R"(,"visitor":"0123456789abcdefghij")";
    touches(guest, note, "click", visitor);
    guest.post("/v1/touches", R"({"touches":[]})").is(422).faults("/visitor");
    bo.post("/v1/touches", R"({"touches":[])" + visitor + "}").is(200).says("/kept", 0);
    buys_one(bo);
    earnings(nora).counts("/items", 1);
    Buyer other_one = buyer(town, "eve");
    other_one.post("/v1/touches", R"({"touches":[])" + visitor + "}").is(200);   // taken over once
    buys_one(other_one);
    earnings(nora).counts("/items", 1);
}

TEST_F(Attribution, a_hint_of_the_cart_counts_only_where_it_is_true)
{
    const std::string unpinned = publishes(emil, "Nothing for sale");
    const auto buy_from = [&](const std::string& hint) {
        bo.post("/v1/orders", R"({"shop":")" + lipstick.shop + R"(","lines":[{"sku":")" + lipstick.skus[0] + R"(","count":1,"note":")" + hint +
                                  R"("}],"address":")" + bo.address + R"(","expected_total":10000})").is(201);
        town.settles();
    };
    buy_from(unpinned);
    earnings(emil).counts("/items", 0);
    buy_from(note);
    earnings(nora).counts("/items", 1).says("/items/0/last_note", note);
}

TEST_F(Attribution, nobody_earns_by_buying_themselves_or_by_their_own_shop)
{
    const std::string own = publishes(bo, "I like it", pinning());
    bo.post("/v1/touches", R"({"touches":[)" + touch(own, "click") + "]}").is(200).says("/kept", 0);
    const std::string shops = publishes(lin, "Come and buy", pinning());
    touches(bo, shops, "click");
    buys_one(bo);
    earnings(bo).counts("/items", 0);
    earnings(lin).counts("/items", 0);
}

TEST_F(Attribution, what_a_note_does_not_pin_is_not_touched)
{
    const std::string unpinned = publishes(emil, "Nothing for sale");
    bo.post("/v1/touches", R"({"touches":[)" + touch(unpinned, "click") + "," + touch(unpinned, "view") + "]}").is(200).says("/kept", 0);
    bo.post("/v1/touches", R"({"touches":[{"note":"nte_0000000000001","kind":"view"}]})").is(200).says("/kept", 0);
    bo.post("/v1/touches", R"({"touches":[{"note":")" + note + R"(","kind":"hover"}]})").is(422);
}

TEST_F(Attribution, an_order_that_is_never_paid_brings_nothing)
{
    touches(bo, note, "click");
    buys_one(bo);
    town.wait(16min);
    earnings(nora).says("/items/0/state", "void");
    nora.get("/v1/me/earnings/sums").says("/0/credits", 0).says("/0/amount", 0).says("/4/credits", 1);
    books_balance(town);
}

TEST_F(Attribution, a_refund_before_receipt_voids_the_credit)
{
    touches(bo, note, "click");
    const Bought order = buys_one(bo);
    pays_for(town, bo, order);
    bo.post(order.path() + "/refunds", R"({"reason":"changed_mind"})").is(201);
    town.settles();
    earnings(nora).says("/items/0/state", "void");
    lin.get("/v1/shops/" + lipstick.shop + "/note-sales").says("/items/0/sales/refunded", 1).says("/items/0/sales/returned", 10000)
        .says("/items/0/sales/commission", 0);
    books_balance(town);
}

TEST_F(Attribution, refund_claws_it_back)
{
    touches(bo, note, "click");
    const Bought order = buys_one(bo);
    pays_for(town, bo, order);
    ships(town, order);
    delivers(town, order);
    bo.post(order.path() + "/receipt").is(204);
    town.settles();
    earnings(nora).says("/items/0/state", "paid");
    books_balance(town);

    const Answer refund = bo.post(order.path() + "/refunds", R"({"reason":"damaged"})").is(201);
    lin.post("/v1/shops/" + lipstick.shop + "/refunds/" + refund.text("/id") + "/answer", R"({"granted":true})").is(200);
    town.settles();
    bo.get(order.path()).says("/state", "refunded");
    earnings(nora).says("/items/0/state", "clawed_back");
    nora.get("/v1/me/earnings/sums").says("/2/amount", 0).says("/3/credits", 1).says("/3/amount", 800);
    books_balance(town);
}

TEST_F(Attribution, the_figures_are_for_the_shops_staff_and_come_page_by_page)
{
    touches(bo, note, "view");
    touches(bo, other, "view");
    bo.get("/v1/shops/" + lipstick.shop + "/note-sales").is_refused("base.not_found");
    const std::string list = "/v1/shops/" + lipstick.shop + "/note-sales?limit=1&product=" + lipstick.product;
    const Answer first = lin.get(list).is(200).counts("/items", 1);
    lin.get(list + "&cursor=" + first.text("/next")).is(200).counts("/items", 1).says("/items/0/sales/views", 1);
    lin.get(list + "&cursor=nonsense").is(422).faults("?cursor");
    nora.get("/v1/me/earnings?state=paid&limit=1").is(200).counts("/items", 0);
    nora.get("/v1/me/earnings?cursor=nonsense").is(422).faults("?cursor");
}

}  // namespace meadow::testing
