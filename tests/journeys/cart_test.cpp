// The cart: what a buyer collects over days, and what becomes of it at the till.
// Verbs: add_to_cart, edit_cart, show_cart, check_out, list_addresses, remove_address.
#include <map>

#include "modules/identity/events.hpp"
#include "modules/identity/identity.hpp"
#include "support/buying.hpp"

namespace meadow::testing {
namespace {

struct Cart : ::testing::Test {
    Town town;
    Buyer ada = buyer(town, "ada");
    Person lin = town.person("lin");
    Person mei = town.person("mei");

    Stall stall(Person& owner, const std::string& name, const std::vector<Choice>& choices)
    {
        Stall out = open_stall(owner, name, choices);
        town.settles();
        return out;
    }
    Answer puts(const Stall& stall, std::size_t sku, int count, const std::string& more = "")
    {
        return ada.post("/v1/cart/lines", R"({"shop":")" + stall.shop + R"(","sku":")" + stall.skus[sku] + R"(","count":)" + std::to_string(count) + more + "}");
    }
    std::string part(const Stall& stall, const std::vector<std::size_t>& skus, Money total)
    {
        std::string list;
        for (const std::size_t i : skus) list += (list.empty() ? "\"" : ",\"") + stall.skus[i] + "\"";
        return R"({"shop":")" + stall.shop + R"(","skus":[)" + list + R"(],"expected_total":)" + std::to_string(total.minor) + "}";
    }
    Answer checks_out(const std::string& parts) { return ada.post("/v1/checkouts", R"({"shops":[)" + parts + R"(],"address":")" + ada.address + "\"}"); }
};

}  // namespace

TEST_F(Cart, is_grouped_by_shop_and_knows_what_it_would_cost)
{
    const Stall lipstick = stall(lin, "Lin", {{"红", yuan(99)}, {"粉", yuan(89)}});
    const Stall tea = stall(mei, "Mei", {{"绿", yuan(30)}});
    lin.put("/v1/shops/" + lipstick.shop + "/terms", R"({"shipping_fee":600,"free_from":30000,"round_to":"fen"})").is(200);
    puts(lipstick, 0, 1).is(204);
    puts(lipstick, 1, 2).is(204);
    puts(tea, 0, 1).is(204);
    puts(lipstick, 0, 1).is(204);   // one more of the same
    ada.get("/v1/cart").is(200).counts("/shops", 2).says("/lines", 3).says("/ships_within_hours", 48).counts("/shops/0/items", 2).says("/shops/0/shop/name", "Lin")
        .says("/shops/0/total", 9900 * 2 + 8900 * 2).says("/shops/1/total", 3000).says("/shops/0/items/0/flag", "fine");
    ada.put("/v1/cart/lines/" + lipstick.shop + "/" + lipstick.skus[1], R"({"count":1})").is(204);
    ada.get("/v1/cart").says("/shops/0/total", 9900 * 2 + 8900 + 600).says("/shops/0/terms/shipping_fee", 600);
    ada.del("/v1/cart/lines/" + tea.shop + "/" + tea.skus[0]).is(204);
    ada.get("/v1/cart").counts("/shops", 1);
    ada.del("/v1/cart").is(204);
    ada.get("/v1/cart").counts("/shops", 0);
    town.guest().get("/v1/cart").is_refused("base.not_signed_in");
}

TEST_F(Cart, a_sold_out_line_says_so_and_the_rest_goes_on)
{
    const Stall lipstick = stall(lin, "Lin", {{"红", yuan(99), 1}, {"粉", yuan(89), 5}});
    puts(lipstick, 0, 1).is(204);
    puts(lipstick, 1, 6).is(204);
    Buyer bo = buyer(town, "bo");
    bought(bo, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    const Answer cart = ada.get("/v1/cart").is(200).counts("/shops/0/items", 2);
    std::map<std::string, std::string> flags;
    for (int i = 0; i < 2; ++i) flags[cart.text("/shops/0/items/" + std::to_string(i) + "/sku")] = cart.text("/shops/0/items/" + std::to_string(i) + "/flag");
    EXPECT_EQ(flags[lipstick.skus[0]], "sold_out");
    EXPECT_EQ(flags[lipstick.skus[1]], "too_few");
    cart.says("/shops/0/total", 0);
    ada.put("/v1/cart/lines/" + lipstick.shop + "/" + lipstick.skus[1], R"({"count":5})").is(204);
    ada.get("/v1/cart").says("/shops/0/total", 8900 * 5);
}

TEST_F(Cart, a_checkout_makes_one_order_a_shop)
{
    const Stall lipstick = stall(lin, "Lin", {{"红", yuan(99)}, {"粉", yuan(89)}});
    const Stall tea = stall(mei, "Mei", {{"绿", yuan(30)}});
    puts(lipstick, 0, 1, R"(,"note":"nte_0000000000007")").is(204);
    puts(lipstick, 1, 2).is(204);
    puts(tea, 0, 1).is(204);
    const Answer out = checks_out(part(lipstick, {0}, yuan(99)) + "," + part(tea, {0}, yuan(30))).is(201).counts("/shops", 2);
    EXPECT_FALSE(out.json().has("/shops/0/refused"));
    ada.get("/v1/cart").says("/lines", 1).says("/shops/0/items/0/sku", lipstick.skus[1]);   // what was not selected stays
    town.settles();
    ada.get("/v1/orders").counts("/items", 2);
    ada.get("/v1/shops/" + lipstick.shop + "/orders/" + out.text("/shops/0/order/order"))
        .says("/total", 9900).says("/lines/0/note", "nte_0000000000007");   // where the buyer came from survives the cart
    books_balance(town);
}

TEST_F(Cart, each_shop_is_all_or_nothing_by_itself)
{
    const Stall lipstick = stall(lin, "Lin", {{"红", yuan(99), 10}, {"粉", yuan(89), 1}});
    const Stall tea = stall(mei, "Mei", {{"绿", yuan(30)}});
    puts(lipstick, 0, 1).is(204);
    puts(lipstick, 1, 2).is(204);
    puts(tea, 0, 1).is(204);
    checks_out(part(lipstick, {0, 1}, yuan(99 + 2 * 89)) + "," + part(tea, {0}, yuan(30))).is(201)
        .says("/shops/0/refused/code", "fulfilment.sold_out").says("/shops/1/order/total", 3000);
    ada.get("/v1/cart").says("/lines", 2).counts("/shops", 1);
    ada.get("/v1/products/" + lipstick.product + "/offer").says("/skus/0/available", 10).says("/skus/1/available", 1);

    checks_out(part(lipstick, {0}, yuan(98))).is_refused("trading.price_changed");   // nothing at all could be ordered
    checks_out(part(tea, {0}, yuan(30))).is_refused("trading.not_in_cart");
    checks_out(part(lipstick, {0}, yuan(99)) + "," + part(lipstick, {0}, yuan(99))).is(201).says("/shops/1/refused/code", "trading.not_in_cart");
}

TEST_F(Cart, a_checkout_with_the_same_key_happens_once)
{
    const Stall lipstick = stall(lin, "Lin", {{"红", yuan(99)}});
    puts(lipstick, 0, 1).is(204);
    ada.with_key("checkout-1");
    const Answer first = checks_out(part(lipstick, {0}, yuan(99))).is(201);
    ada.with_key("checkout-1");
    EXPECT_EQ(checks_out(part(lipstick, {0}, yuan(99))).is(201).text("/shops/0/order/order"), first.text("/shops/0/order/order"));
}

TEST_F(Cart, holds_no_more_than_it_may)
{
    std::vector<Choice> choices;
    for (int i = 0; i < 50; ++i) choices.push_back({"c" + std::to_string(i), yuan(1)});
    const std::string shop = light_shop(lin, "Lin");
    int put = 0;
    for (int product = 0; product < 3; ++product) {
        const Goods goods = sells(lin, shop, "P" + std::to_string(product), choices);
        for (const std::string& sku : goods.skus) {
            const Answer answer = ada.post("/v1/cart/lines", R"({"shop":")" + shop + R"(","sku":")" + sku + R"(","count":1})");
            if (put < 120) answer.is(204);
            else answer.is_refused("trading.cart_full");
            ++put;
        }
    }
    ada.get("/v1/cart").says("/lines", 120);
    ada.del("/v1/cart").is(204);
}

TEST_F(Cart, goes_with_its_owner_and_so_do_the_addresses_but_orders_stay)
{
    const Stall lipstick = stall(lin, "Lin", {{"红", yuan(99)}});
    const Bought order = bought(ada, lipstick.shop, lipstick.skus[0], 1, yuan(99));
    puts(lipstick, 0, 1).is(204);
    town.settles();
    const UserId user{*parse_id(UserId::prefix(), ada.id())};
    bool told = false;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
        for (const auto& [name, section] : town.world().adapters.get<identity::DataContributors>().sections())
            if (name == "trading") {
                const JsonView data(section(ctx, user));
                EXPECT_EQ(data.text("/addresses/0/receiver"), "ada");
                EXPECT_EQ(data.text("/cart/0/sku"), lipstick.skus[0]);
                EXPECT_EQ(data.text("/orders/0/order"), order.order);
                told = true;
            }
    });
    EXPECT_TRUE(told);
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) { return ctx.tell(identity::AccountDeleted{user, ctx.now}), true; });
    town.settles();
    ada.get("/v1/addresses").counts("", 0);
    ada.get("/v1/cart").says("/lines", 0);
    lin.get(order.path()).is(200).says("/destination/receiver", "ada");
}

TEST(AddressBook, belongs_to_its_owner_and_holds_fifty)
{
    Town town;
    Buyer ada = buyer(town, "ada");
    Person bo = town.person("bo");
    const std::string form = R"({"receiver":"小明","phone":"13800138000","province":"浙江","city":"杭州","district":"","detail":"西湖 1"})";
    const std::string second = ada.post("/v1/addresses", form).is(201).text("/id");
    ada.get("/v1/addresses").counts("", 2).says("/0/id", ada.address).says("/0/is_default", "true");
    ada.put("/v1/addresses/" + second + "/default").is(204);
    ada.get("/v1/addresses").says("/0/id", second);
    bo.get("/v1/addresses").counts("", 0);
    bo.put("/v1/addresses/" + second, form).is_refused("base.not_found");
    bo.del("/v1/addresses/" + second).is_refused("base.not_found");
    bo.put("/v1/addresses/" + second + "/default").is_refused("base.not_found");

    for (int i = 2; i < 50; ++i) ada.post("/v1/addresses", form).is(201);
    ada.post("/v1/addresses", form).is_refused("trading.too_many_addresses");
    ada.del("/v1/addresses/" + second).is(204);
    ada.post("/v1/addresses", form).is(201);
    ada.post("/v1/addresses", R"({"receiver":"x","phone":"not a phone","province":"x","city":"x","district":"","detail":"x"})").is_refused("trading.bad_address").faults("/phone");
    ada.post("/v1/addresses", R"({"receiver":"","phone":"13800138000","province":"x","city":"x","district":"","detail":""})").is(422).faults("/receiver").faults("/detail");
}

}  // namespace meadow::testing
