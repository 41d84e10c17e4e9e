// Many people want the same few pieces at once, through lanes and threads.
#include <atomic>
#include <thread>

#include "modules/fulfilment/fulfilment.hpp"
#include "modules/trading/orders/place_order.hpp"
#include "support/buying.hpp"

namespace meadow::testing {
namespace {

template <class SomeId>
SomeId id_of(const std::string& text) { return SomeId{*parse_id(SomeId::prefix(), text)}; }

// Each of `buyers` wants one piece, four at a time, on the lane of whoever it is: nothing but the statements guards the stock.
struct Crowd {
    Town town;
    Person lin = town.person("lin");
    Stall stall;
    std::atomic<int> placed{0}, sold_out{0}, other{0};

    explicit Crowd(std::int64_t stock) : stall(open_stall(lin, "Lin", {{"红", yuan(99), stock}})) { town.settles(); }

    void order_one(UserId buyer)
    {
        const trading::WantedOrder wanted{id_of<ShopId>(stall.shop), {{id_of<SkuId>(stall.skus[0]), 1, {}}}, {}, yuan(99)};
        const trading::PricedOrder priced{trading::Settlement::instant, yuan(99), yuan(1), {}, R"({"lines":[],"destination":{"receiver":"","phone":"","province":"","city":"","district":"","detail":""},"price":[]})"};
        const Who who{buyer, {}, 0};
        const auto result = jobs::write_now<trading::PlacedOrder>(town.world(), who, std::uint64_t(buyer.value),
                                                                  [&](WriteCtx& ctx) { return trading::place(ctx, wanted, priced); });
        if (result.ok()) ++placed;
        else if (result.refusal().kind->key == "fulfilment.sold_out") ++sold_out;
        else ++other;
    }

    void come(int buyers)
    {
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([this, t, buyers] {
                for (int i = t; i < buyers; i += 4) order_one(UserId{1'000'000 + i});
            });
        for (std::thread& thread : threads) thread.join();
    }

    std::int64_t available() { return town.guest().get("/v1/products/" + stall.product + "/offer").number("/skus/0/available"); }
    std::size_t orders(const std::string& query = "") { return lin.get("/v1/shops/" + stall.shop + "/orders?limit=100" + query).json().count("/items"); }
};

}  // namespace

TEST(Crowd, ten_thousand_buyers_and_one_piece_make_one_order)
{
    Crowd crowd(1);
    crowd.come(10'000);
    EXPECT_EQ(crowd.placed, 1);
    EXPECT_EQ(crowd.sold_out, 9'999);
    EXPECT_EQ(crowd.available(), 0);
    EXPECT_EQ(crowd.orders(), 1u);
    crowd.town.wait(15min);
    EXPECT_EQ(crowd.available(), 1);
}

TEST(Crowd, a_crowd_buys_exactly_what_there_is)
{
    Crowd crowd(37);
    crowd.come(500);
    EXPECT_EQ(crowd.placed, 37);
    EXPECT_EQ(crowd.placed + crowd.sold_out, 500);
    EXPECT_EQ(crowd.available(), 0);
    EXPECT_EQ(crowd.orders(), 37u);
}

// Payment and expiry race for the same order; whoever loses leaves no trace but the money going back.
TEST(Crowd, payment_and_expiry_in_the_same_instant_leave_one_truth)
{
    Crowd crowd(60);
    crowd.come(60);
    std::vector<std::string> orders;
    const Answer list = crowd.lin.get("/v1/shops/" + crowd.stall.shop + "/orders?limit=100");
    for (int i = 0; i < 60; ++i) orders.push_back(list.text("/items/" + std::to_string(i) + "/id"));

    crowd.town.clock().advance(15min);
    std::atomic<int> paid{0}, returned{0};
    std::thread payer([&] {
        for (const std::string& order : orders) {
            const std::string outcome = pays_now(crowd.town, {crowd.stall.shop, order}, yuan(99));
            if (outcome == "paid") ++paid;
            if (outcome == "returned") ++returned;
        }
    });
    for (int round = 0; round < 20; ++round) crowd.town.settles();
    payer.join();
    crowd.town.settles();

    EXPECT_EQ(paid + returned, 60);
    EXPECT_EQ(crowd.orders("&state=paid"), std::size_t(paid));
    EXPECT_EQ(crowd.orders("&state=cancelled"), std::size_t(returned));
    EXPECT_EQ(crowd.available(), returned);
    books_balance(crowd.town);
}

}  // namespace meadow::testing
