// What buyers say, who may say it, and what the stars add up to.
#include "modules/catalog/reviews/answer_review.hpp"
#include "modules/catalog/reviews/list_reviews.hpp"
#include "modules/catalog/reviews/store.hpp"
#include "modules/catalog/reviews/write_review.hpp"
#include "modules/fulfilment/events.hpp"
#include "modules/governance/events.hpp"
#include "modules/trading/events.hpp"
#include "support/market.hpp"

namespace meadow {
namespace {

using testing::id_in;

// A stall whose orders are told of without being placed: catalog knows them by news alone.
struct Bazaar {
    Town town;
    Person lin = town.person("lin");
    testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}, {"粉", yuan(89)}});
    std::int64_t next_order = 7000;

    template <class Event>
    void hears(const Event& event)
    {
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) { return ctx.tell(event), true; });
        town.settles();
    }
    // The order's id; `sku` counts from 0.
    std::string buys(Person& person, int sku = 0)
    {
        const OrderId order{++next_order};
        const trading::OrderLine line{
            id_in<ProductId>(stall.product), id_in<SkuId>(stall.skus[std::size_t(sku)]), 1, yuan(99), {}, {}};
        hears(trading::OrderPaid{id_in<ShopId>(stall.shop), order, id_in<UserId>(person.id()), yuan(99), {line}, town.now()});
        return text(order);
    }
    void receives(const std::string& order, bool last = true)
    {
        hears(fulfilment::ParcelDelivered{id_in<ShopId>(stall.shop), id_in<OrderId>(order), ParcelId{1}, {}, last, town.now()});
    }
    Answer review(Person& person, const std::string& order, int stars, const std::string& pictures = "")
    {
        return person.post(reviews(), R"({"order":")" + order + R"(","rating":)" + std::to_string(stars) +
                                          R"(,"text":"颜色很正","pictures":[)" + pictures + "]}");
    }
    std::string bought_and_reviewed(Person& person, int stars, const std::string& pictures = "")
    {
        const std::string order = buys(person);
        receives(order);
        return review(person, order, stars, pictures).is(201).text("/id");
    }
    std::string reviews() const { return "/v1/products/" + stall.product + "/reviews"; }
    void judge(const std::string& review, bool hidden)
    {
        hears(governance::VerdictReached{
            {governance::SubjectKind::review, id_in<ReviewId>(review).value}, hidden, "insults", {}, town.now()});
    }
    Answer product() { return town.guest().get("/v1/products/" + stall.product).is(200); }
};

}  // namespace

TEST(write_review, waits_for_the_last_parcel_and_is_taken_once)
{
    Bazaar bazaar;
    auto [bo, eve] = bazaar.town.people("bo", "eve");
    const std::string order = bazaar.buys(bo, 1);
    bazaar.review(bo, order, 5).is_refused("catalog.may_not_review");
    bazaar.receives(order, false);
    bazaar.review(bo, order, 5).is_refused("catalog.may_not_review");
    bazaar.receives(order);
    bazaar.review(eve, order, 1).is_refused("catalog.may_not_review");
    bazaar.review(bo, order, 5, "\"" + testing::picture(eve) + "\"").is_refused("catalog.foreign_picture");
    bazaar.review(bo, order, 5, "\"" + testing::picture(bo) + "\"")
        .is(201)
        .says("/spec", "粉")
        .says("/buyer/handle", "bo")
        .counts("/pictures", 1);
    bazaar.review(bo, order, 5).is_refused("catalog.may_not_review");
    bazaar.town.guest().get(bazaar.reviews()).is(200).counts("/items", 1).says("/items/0/text", "颜色很正");
}

TEST(write_review, is_open_for_the_window_alone)
{
    Bazaar bazaar;
    auto bo = bazaar.town.person("bo");
    bazaar.town.sets("catalog.review_window", "10d");
    const std::string order = bazaar.buys(bo);
    bazaar.receives(order);
    bazaar.town.wait(11 * 24h);
    bazaar.review(bo, order, 5).is_refused("catalog.may_not_review");
}

TEST(list_reviews, is_filtered_by_stars_and_pictures_and_adds_up_exactly)
{
    Bazaar bazaar;
    auto [bo, eve, kim] = bazaar.town.people("bo", "eve", "kim");
    bazaar.bought_and_reviewed(bo, 5, "\"" + testing::picture(bo) + "\"");
    bazaar.bought_and_reviewed(eve, 2);
    bazaar.bought_and_reviewed(kim, 5);
    bazaar.product()
        .says("/rating/count", 3)
        .says("/rating/sum", 12)
        .says("/rating/five", 2)
        .says("/rating/two", 1)
        .says("/rating/pictured", 1);
    bazaar.town.guest().get("/v1/shops/" + bazaar.stall.shop).says("/rating/count", 3).says("/rating/sum", 12);
    auto guest = bazaar.town.guest();
    guest.get(bazaar.reviews() + "?rating=5").counts("/items", 2).says("/items/0/buyer/handle", "kim");
    guest.get(bazaar.reviews() + "?pictured=true").counts("/items", 1).says("/items/0/buyer/handle", "bo");
    const auto first = guest.get(bazaar.reviews() + "?limit=2").counts("/items", 2);
    guest.get(bazaar.reviews() + "?limit=2&cursor=" + first.text("/next")).counts("/items", 1).says("/items/0/buyer/handle", "bo");
}

TEST(answer_review, is_the_merchant_s_and_follow_up_review_the_buyer_s_once_each)
{
    Bazaar bazaar;
    auto [bo, eve] = bazaar.town.people("bo", "eve");
    const std::string at = "/v1/reviews/" + bazaar.bought_and_reviewed(bo, 3);
    const std::string body = R"({"text":"谢谢"})";
    eve.put(at + "/reply", body).is_refused("base.not_found");
    bazaar.lin.put(at + "/reply", body).is(200).says("/reply", "谢谢");
    bazaar.lin.put(at + "/reply", body).is_refused("base.already_done");
    bazaar.lin.put(at + "/follow-up", body).is_refused("base.not_found");
    bo.put(at + "/follow-up", R"({"text":"两周后褪色"})").is(200).says("/follow_up", "两周后褪色");
    bo.put(at + "/follow-up", body).is_refused("base.already_done");
    bazaar.lin.del(at).is(404);  // nobody deletes a review
}

TEST(list_shop_reviews, shows_the_staff_what_waits_for_an_answer_and_strangers_nothing)
{
    Bazaar bazaar;
    auto [ada, bo] = bazaar.town.people("ada", "bo");
    const std::string first = bazaar.bought_and_reviewed(ada, 5);
    const std::string second = bazaar.bought_and_reviewed(bo, 2);
    const std::string list = "/v1/shops/" + bazaar.stall.shop + "/reviews";
    bazaar.lin.get(list).is(200).counts("/items", 2).says("/items/0/review/id", second);
    const auto page = bazaar.lin.get(list + "?limit=1").is(200).counts("/items", 1);
    bazaar.lin.get(list + "?cursor=" + page.text("/next")).counts("/items", 1).says("/items/0/review/id", first);
    EXPECT_FALSE(page.text("/items/0/title").empty());

    bazaar.lin.put("/v1/reviews/" + second + "/reply", R"({"text":"我们来补救"})").is(200);
    bazaar.lin.get(list + "?unanswered=true").is(200).counts("/items", 1).says("/items/0/review/id", first);
    bazaar.judge(first, true);
    bazaar.lin.get(list + "?unanswered=true").is(200).counts("/items", 0);
    ada.get(list).is_refused("base.not_found");
}

TEST(Verdicts, hide_a_review_and_its_stars_and_bring_both_back)
{
    Bazaar bazaar;
    auto [bo, eve] = bazaar.town.people("bo", "eve");
    bazaar.bought_and_reviewed(bo, 5);
    const std::string insult = bazaar.bought_and_reviewed(eve, 1);
    for (int twice = 0; twice < 2; ++twice) bazaar.judge(insult, true);
    bazaar.town.guest().get(bazaar.reviews()).counts("/items", 1);
    bazaar.product().says("/rating/count", 1).says("/rating/sum", 5);
    for (int twice = 0; twice < 2; ++twice) bazaar.judge(insult, false);
    bazaar.town.guest().get(bazaar.reviews()).counts("/items", 2);
    bazaar.product().says("/rating/count", 2).says("/rating/sum", 6);
}

TEST(Verdicts, hide_a_product_and_freeze_a_shop_until_they_are_lifted)
{
    Bazaar bazaar;
    const auto judge = [&](governance::SubjectKind kind, std::int64_t id, bool hidden) {
        bazaar.hears(governance::VerdictReached{{kind, id}, hidden, "counterfeit", {}, bazaar.town.now()});
    };
    const auto product = id_in<ProductId>(bazaar.stall.product).value, shop = id_in<ShopId>(bazaar.stall.shop).value;
    judge(governance::SubjectKind::product, product, true);
    bazaar.town.guest().get("/v1/products/" + bazaar.stall.product).is_refused("base.not_found");
    bazaar.town.guest().get("/v1/shops/" + bazaar.stall.shop + "/products").counts("/items", 0);
    bazaar.lin.get("/v1/shops/" + bazaar.stall.shop + "/goods").counts("/items", 1).says("/items/0/hidden", "true");
    judge(governance::SubjectKind::product, product, false);
    bazaar.product().says("/on_sale", "true");

    judge(governance::SubjectKind::shop, shop, true);
    bazaar.product().says("/on_sale", "false").says("/shop/state", "frozen");
    judge(governance::SubjectKind::shop, shop, false);
    bazaar.product().says("/on_sale", "true");
}

}  // namespace meadow
