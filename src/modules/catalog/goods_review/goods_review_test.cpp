// A POP store's goods go through review; what is on sale stays on sale meanwhile.
#include "modules/catalog/catalog.hpp"
#include "modules/catalog/goods_review/decide_proposal.hpp"
#include "modules/catalog/goods_review/list_review_queue.hpp"
#include "modules/catalog/goods_review/show_proposal.hpp"
#include "support/market.hpp"

namespace meadow {
namespace {

struct Store {
    Town town;
    Person brand = testing::brand(town, "lancome");
    Person op = town.person_with_role("op", Role::operator_);
    std::string shop = testing::pop_store(town, brand, op, "Lancome");
    std::string picture = testing::picture(brand);

    std::string enter(std::int64_t price)
    {
        return brand.post("/v1/shops/" + shop + "/products", R"({"product":)" + content(price) + "}").is(201).text("/id");
    }
    std::string content(std::int64_t price)
    {
        return testing::product_json("Teint", picture, {{"红", Money{price}}, {"粉", Money{price}}});
    }
    std::string goods(const std::string& product) { return "/v1/shops/" + shop + "/goods/" + product; }
    Answer edit(const std::string& product, std::int64_t price)
    {
        const std::string version = brand.get(goods(product)).text("/version");
        return brand.put(goods(product), R"({"version":)" + version + R"(,"content":)" + content(price) + "}");
    }
    Answer decide(const std::string& product, bool approve)
    {
        const std::string at = "/v1/review/products/" + product;
        const std::string version = op.get(at).is(200).text("/version");  // show_proposal
        return approve ? op.post(at + "/approval", R"({"version":)" + version + "}")
                       : op.post(at + "/rejection", R"({"version":)" + version + R"(,"reason":"The picture shows another shade"})");
    }
    std::int64_t price_of_sale(const std::string& sku)
    {
        std::int64_t price = 0;
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
            const auto offers = catalog::sku_offers(ctx.tx, testing::id_in<ShopId>(shop), {testing::id_in<SkuId>(sku)});
            price = offers.at(0).on_sale ? offers.at(0).price.minor : 0;
        });
        return price;
    }
};

}  // namespace

TEST(approve_proposal, puts_a_new_product_on_sale_that_nobody_saw_before)
{
    Store store;
    const std::string product = store.enter(9900);
    store.town.guest().get("/v1/products/" + product).is_refused("base.not_found");
    store.brand.get("/v1/products/" + product).is(200).says("/state", "in_review");
    store.brand.get("/v1/review/products").is(403);
    store.op.get("/v1/review/products").is(200).counts("/items", 1).says("/items/0/shop_name", "Lancome");  // list_review_queue
    store.op.get("/v1/review/products/" + product).is(200).says("/proposed/skus/0/price", 9900);

    store.decide(product, true).is(204);
    store.town.guest().get("/v1/products/" + product).is(200).says("/state", "listed");
    store.op.get("/v1/review/products").counts("/items", 0);
    store.op.get("/v1/review/products/" + product).is_refused("base.not_found");
}

TEST(reject_proposal, sends_it_back_with_a_reason_and_lets_it_be_mended)
{
    Store store;
    const std::string product = store.enter(9900);
    store.edit(product, 8800).is_refused("catalog.illegal_move");
    store.decide(product, false).is(204);
    store.brand.get(store.goods(product)).is(200).says("/state", "rejected").says("/reason", "The picture shows another shade");
    store.edit(product, 8800).is(200).says("/state", "rejected").says("/content/skus/0/price", 8800);
    store.brand.put(store.goods(product) + "/state", R"({"state":"listed"})").is(204);  // by way of review
    store.brand.get(store.goods(product)).says("/state", "in_review");
    store.decide(product, true).is(204);
    store.town.guest().get("/v1/products/" + product).is(200).says("/price_from", 8800);
}

TEST(approve_proposal, keeps_the_old_price_on_sale_until_the_change_is_approved)
{
    Store store;
    const std::string product = store.enter(9900);
    store.decide(product, true).is(204);
    const std::string sku = store.town.guest().get("/v1/products/" + product).text("/skus/0/id");

    store.edit(product, 19900).is(200).says("/pending/state", "waiting").says("/content/skus/0/price", 9900);
    EXPECT_EQ(store.price_of_sale(sku), 9900);
    store.op.get("/v1/review/products/" + product)
        .is(200)
        .says("/current/skus/0/price", 9900)
        .says("/proposed/skus/0/price", 19900);
    store.op.get("/v1/review/products").says("/items/0/change", "true");

    store.decide(product, false).is(204);
    EXPECT_EQ(store.price_of_sale(sku), 9900);
    store.brand.get(store.goods(product))
        .says("/pending/state", "rejected")
        .says("/pending/reason", "The picture shows another shade");

    store.edit(product, 14900).is(200);
    store.decide(product, true).is(204);
    EXPECT_EQ(store.price_of_sale(sku), 14900);  // the SKU is the same one
    EXPECT_FALSE(store.brand.get(store.goods(product)).json().has("/pending"));
}

TEST(approve_proposal, does_not_approve_what_was_changed_after_it_was_looked_at)
{
    Store store;
    const std::string product = store.enter(9900);
    store.decide(product, true).is(204);
    store.edit(product, 10000).is(200);
    const std::string seen = store.op.get("/v1/review/products/" + product).text("/version");
    store.edit(product, 99900).is(200);
    store.op.post("/v1/review/products/" + product + "/approval", R"({"version":)" + seen + "}").is_refused("catalog.stale");
    EXPECT_EQ(store.town.guest().get("/v1/products/" + product).number("/price_from"), 9900);
}

TEST(edit_prices, of_a_pop_store_wait_for_review_on_top_of_the_change_that_waits)
{
    Store store;
    const std::string product = store.enter(9900);
    store.decide(product, true).is(204);
    const std::string sku = store.town.guest().get("/v1/products/" + product).text("/skus/1/id");
    store.edit(product, 12000).is(200);
    store.brand.put("/v1/shops/" + store.shop + "/prices", R"({"prices":[{"sku":")" + sku + R"(","price":7700}]})").is(204);
    EXPECT_EQ(store.price_of_sale(sku), 9900);
    store.decide(product, true).is(204);
    EXPECT_EQ(store.price_of_sale(sku), 7700);
    store.town.guest().get("/v1/products/" + product).says("/skus/0/price", 12000).says("/price_from", 7700);
}

TEST(edit_prices_batch, of_a_pop_store_shows_and_changes_the_change_that_waits)
{
    Store store;
    const std::string product = store.enter(9900);
    store.decide(product, true).is(204);
    const std::string sku = store.town.guest().get("/v1/products/" + product).text("/skus/0/id");
    store.edit(product, 12000).is(200);
    const std::string path = "/v1/shops/" + store.shop + "/prices.csv";
    const std::string file = store.brand.get(path).response().body;
    EXPECT_NE(file.find(sku), std::string::npos);
    EXPECT_NE(file.find(",120.00,"), std::string::npos) << file;
    store.brand.upload(path, "text/csv", file).is(200).counts("/rejected", 0);   // nothing is other than it waits
    store.brand.upload(path, "text/csv", "sku,price\n" + sku + ",77\n").is(200).says("/done", 1);
    EXPECT_EQ(store.price_of_sale(sku), 9900);
    store.decide(product, true).is(204);
    EXPECT_EQ(store.price_of_sale(sku), 7700);
}

}  // namespace meadow
