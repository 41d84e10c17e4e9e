// Offers: make_offer, list_shop_offers, list_my_offers, answer_offer, withdraw_offer, and what they bring.
#include "modules/creators/offers/make_offer.hpp"

#include "modules/creators/offers/answer_offer.hpp"
#include "modules/creators/offers/list_offers.hpp"
#include "support/gazette.hpp"
#include "support/paying.hpp"

namespace meadow {
namespace {

struct Offers : ::testing::Test {
    Town town;
    Person lin = town.person("lin"), nora = town.person("nora"), emil = town.person("emil");
    testing::Buyer bo = testing::buyer(town, "bo");
    testing::Stall stall = testing::open_stall(lin, "Lin", {{"红", yuan(100), 50}});   // 10 % to whoever sells it
    std::string shop = "/v1/shops/" + stall.shop, offers = shop + "/offers", note;

    Offers()
    {
        note = testing::publishes(nora, "Autumn lipstick", R"("products":[")" + stall.product + R"("])");
        town.settles();
    }
    std::string wish(const std::string& handle, int rate, const std::string& more = "") const
    {
        return R"({"product":")" + stall.product + R"(","handle":")" + handle + R"(","rate":)" + std::to_string(rate) + more + "}";
    }
    std::string mine(const std::string& offer) const { return "/v1/me/offers/" + stall.shop + "/" + offer; }
    // Bo comes from the note and buys; what Nora gets for it per 10,000.
    std::int64_t sells()
    {
        bo.post("/v1/touches", R"({"touches":[{"note":")" + note + R"(","kind":"click","product":")" + stall.product + R"("}]})").is(200);
        testing::bought(bo, stall.shop, stall.skus[0], 1, yuan(100));
        town.wait(1s);
        return nora.get("/v1/me/earnings").is(200).number("/items/0/rate");
    }
};

}  // namespace

TEST_F(Offers, a_better_rate_holds_once_it_is_accepted_and_until_it_is_ended)
{
    const std::string offer = lin.post(offers, wish("nora", 2500, R"(,"words":"Your readers like us")")).is(201).says("/state", "offered").text("/id");
    town.settles();
    EXPECT_EQ(sells(), 1000);
    nora.get("/v1/me/offers").is(200).counts("/items", 1).says("/items/0/rate", 2500).says("/items/0/usual", 1000).says("/items/0/shop_name", "Lin")
        .says("/items/0/words", "Your readers like us");
    nora.get("/v1/notifications?group=system").says("/items/0/what", "offer_made");
    nora.put(mine(offer), R"({"accept":true})").is(204);
    lin.get(offers + "?state=accepted").is(200).counts("/items", 1).says("/items/0/author/handle", "nora");
    town.wait(1s);
    EXPECT_EQ(sells(), 2500);

    lin.del(offers + "/" + offer).is(204);
    town.wait(1s);
    EXPECT_EQ(sells(), 1000);
    nora.put(mine(offer), R"({"accept":true})").is_refused("creators.offer_moved");
    lin.del(offers + "/" + offer).is_refused("creators.offer_moved");
    testing::books_balance(town);
}

TEST_F(Offers, one_that_has_run_out_pays_no_more)
{
    const std::string offer = lin.post(offers, wish("nora", 3000, R"(,"until":"2030-11-12T12:00:00Z")")).is(201).text("/id");
    nora.put(mine(offer), R"({"accept":true})").is(204);
    town.wait(1s);
    EXPECT_EQ(sells(), 3000);
    town.wait(24h);
    EXPECT_EQ(sells(), 1000);
}

TEST_F(Offers, an_author_declines_or_gives_up_what_is_theirs_and_nobody_elses)
{
    const std::string offer = lin.post(offers, wish("nora", 2500)).is(201).text("/id");
    emil.put(mine(offer), R"({"accept":true})").is_refused("base.not_found");
    emil.get("/v1/me/offers").counts("/items", 0);
    nora.put(mine(offer), R"({"accept":false})").is(204);
    nora.get("/v1/me/offers?state=declined").counts("/items", 1);
    const std::string second = lin.post(offers, wish("nora", 2600)).is(201).text("/id");
    nora.put(mine(second), R"({"accept":true})").is(204);
    nora.put(mine(second), R"({"accept":false})").is(204);
    nora.get("/v1/me/offers?state=ended").counts("/items", 1);
}

TEST_F(Offers, are_refused_where_they_would_mean_nothing)
{
    lin.post(offers, wish("nora", 1000)).is(422).faults("/rate");
    lin.post(offers, wish("nora", 9000)).is(422).faults("/rate");
    lin.post(offers, wish("nora", 2000, R"(,"until":"2030-01-01T00:00:00Z")")).is(422).faults("/until");
    lin.post(offers, wish("nobody_here", 2000)).is_refused("base.not_found").faults("/handle");
    lin.post(offers, wish("lin", 2000)).is_refused("creators.own_author");
    lin.post(offers, wish("nora", 2000)).is(201);
    lin.post(offers, wish("nora", 3000)).is_refused("creators.offered_before");
    emil.post(offers, wish("nora", 2000)).is_refused("base.not_found");
    emil.get(offers).is_refused("base.not_found");
    emil.del(offers + "/off_0000000000001").is_refused("base.not_found");
    const auto free = testing::sells(lin, stall.shop, "For nothing", {{"", yuan(5)}}, 0);
    lin.post(offers, R"({"product":")" + free.id + R"(","handle":"nora","rate":2000})").is(422).faults("/product");
}

TEST(OfferMoves, every_state_can_be_reached_and_none_that_is_over_is_left)
{
    using namespace creators;
    for (const OfferState state : {OfferState::accepted, OfferState::declined, OfferState::ended}) EXPECT_TRUE(may_move(OfferState::offered, state));
    for (const OfferState to : {OfferState::offered, OfferState::accepted, OfferState::declined, OfferState::ended})
        for (const OfferState over : {OfferState::declined, OfferState::ended}) EXPECT_FALSE(may_move(over, to));
}

}  // namespace meadow
