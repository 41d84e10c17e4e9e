// Products of light shops: entered, on sale, changed.
#include "modules/catalog/catalog.hpp"
#include "modules/catalog/products/model.hpp"
#include "support/market.hpp"

namespace meadow {

using testing::Choice;

template <class SomeId>
SomeId id_of(const std::string& text)
{
    return SomeId{*parse_id(SomeId::prefix(), text)};
}

TEST(create_product, puts_it_on_sale_at_once_in_a_light_shop)
{
    Town town;
    auto lin = town.person("lin");
    const auto stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}, {"粉", yuan(89)}});
    town.guest()
        .get("/v1/products/" + stall.product)
        .is(200)
        .says("/state", "listed")
        .says("/price_from", 8900)
        .counts("/skus", 2)
        .says("/skus/0/spec", "红")
        .counts("/pictures", 1);
    town.guest().get("/v1/shops/" + stall.shop).says("/products", 1);
}

TEST(sku_offers, tell_what_it_takes_to_sell_a_sku_of_this_shop_alone)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const auto stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}, {"粉", yuan(89)}});
    const auto other = testing::open_stall(bo, "Bo's", {{"", yuan(5)}});
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
        const auto shop = id_of<ShopId>(stall.shop);
        const std::vector<SkuId> skus{id_of<SkuId>(stall.skus[1]), id_of<SkuId>(other.skus[0]), SkuId{1}};
        const auto offers = catalog::sku_offers(ctx.tx, shop, skus);
        ASSERT_EQ(offers.size(), 1u);
        EXPECT_EQ(offers[0].sku, skus[0]);
        EXPECT_EQ(offers[0].price, yuan(89));
        EXPECT_EQ(offers[0].spec, "粉");
        EXPECT_EQ(offers[0].title, "Lin's lipstick");
        EXPECT_EQ(offers[0].commission.per_10k, 1000);
        EXPECT_EQ(offers[0].tax.per_10k, 1300);
        EXPECT_TRUE(offers[0].picture);
        EXPECT_TRUE(offers[0].on_sale);

        const auto cards =
            catalog::product_cards(ctx.tx, {id_of<ProductId>(stall.product), id_of<ProductId>(other.product), ProductId{1}});
        EXPECT_EQ(cards.size(), 2u);
        for (const auto& card : cards) EXPECT_TRUE(card.on_sale);
        EXPECT_EQ(catalog::shop_cards(ctx.tx, {shop, ShopId{1}}).size(), 1u);
    });
}

TEST(create_product, is_refused_to_strangers_to_foreign_pictures_and_outside_the_categories)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const std::string shop = testing::light_shop(lin, "Lin's"), picture = testing::picture(lin);
    const std::string content = testing::product_json("Lipstick", picture, {{"", yuan(9)}});
    const std::string path = "/v1/shops/" + shop + "/products";
    bo.post(path, R"({"product":)" + content + "}").is_refused("base.not_found");
    lin.post(path, R"({"product":)" + testing::product_json("Lipstick", testing::picture(bo), {{"", yuan(9)}}) + "}")
        .is_refused("catalog.foreign_picture");
    std::string elsewhere = content;
    elsewhere.replace(elsewhere.find("beauty.lipstick"), 15, "beauty");
    lin.post(path, R"({"product":)" + elsewhere + "}").is_refused("catalog.unknown_category").faults("/product/category");
}

TEST(create_product, names_every_fault_of_the_content_at_once)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = testing::light_shop(lin, "Lin's"), picture = testing::picture(lin);
    const std::string content = testing::product_json("Lipstick", picture, {{"红", yuan(0)}, {"红", yuan(100'000, 1)}}, 3001);
    lin.post("/v1/shops/" + shop + "/products", R"({"product":)" + content + "}")
        .is(422)
        .faults("/product/commission")
        .faults("/product/options/0/values")
        .faults("/product/skus/0/price")
        .faults("/product/skus/1/price")
        .faults("/product/skus/1/choice");
}

TEST(list_categories, gives_two_levels_in_chinese_and_english)
{
    Town town;
    const auto answer = town.guest().get("/v1/categories").is(200).says("/items/0/category", "beauty").says("/items/0/parent", "");
    answer.says("/items/1/category", "beauty.lipstick").says("/items/1/parent", "beauty").says("/items/1/zh", "口红唇釉");
    EXPECT_GE(answer.json().count("/items"), 60u);
}

}  // namespace meadow
