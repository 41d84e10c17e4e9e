// Products of light shops: entered, on sale, changed.
#include <set>

#include "modules/catalog/catalog.hpp"
#include "modules/catalog/products/model.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"

namespace meadow {

using testing::Choice;

using testing::id_in;

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
        const auto shop = id_in<ShopId>(stall.shop);
        const std::vector<SkuId> skus{id_in<SkuId>(stall.skus[1]), id_in<SkuId>(other.skus[0]), SkuId{1}};
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
            catalog::product_cards(ctx.tx, {id_in<ProductId>(stall.product), id_in<ProductId>(other.product), ProductId{1}});
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

TEST(show_product, hides_drafts_from_everybody_but_the_staff)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const std::string shop = testing::light_shop(lin, "Lin's");
    const std::string content = testing::product_json("Lipstick", testing::picture(lin), {{"", yuan(9)}});
    const std::string product =
        lin.post("/v1/shops/" + shop + "/products", R"({"draft":true,"product":)" + content + "}").is(201).text("/id");
    bo.get("/v1/products/" + product).is_refused("base.not_found");
    lin.get("/v1/products/" + product).is(200).says("/state", "draft");
    bo.get("/v1/shops/" + shop + "/goods/" + product).is_refused("base.not_found");  // show_own_product
}

TEST(show_product, shows_prices_shops_and_verdicts_as_they_are_though_it_was_read_a_moment_ago)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const auto stall = testing::open_stall(lin, "Lin's", {{"", yuan(9)}});
    const std::string page = "/v1/products/" + stall.product, shop = "/v1/shops/" + stall.shop;
    bo.get(page).is(200).says("/skus/0/price", 900).says("/on_sale", "true");
    lin.put(shop + "/prices", R"({"prices":[{"sku":")" + stall.skus[0] + R"(","price":800}]})").is(204);
    bo.get(page).says("/skus/0/price", 800).says("/price_from", 800);
    lin.put(shop + "/state", R"({"state":"paused","reason":"holiday"})").is(204);
    bo.get(page).says("/shop/state", "paused").says("/on_sale", "false").says("/skus/0/on_sale", "false");
    lin.put(shop + "/state", R"({"state":"open","reason":"back"})").is(204);
    bo.get(page).says("/shop/state", "open").says("/on_sale", "true").says("/skus/0/on_sale", "true");
    testing::verdict(town, stall.product, true);
    bo.get(page).is_refused("base.not_found");
    lin.get(page).says("/on_sale", "false").says("/skus/0/on_sale", "false");
}

TEST(change_product_state, takes_it_off_puts_it_on_again_and_discards_it_for_good)
{
    Town town;
    auto lin = town.person("lin");
    const auto stall = testing::open_stall(lin, "Lin's", {{"", yuan(9)}});
    const std::string state = "/v1/shops/" + stall.shop + "/goods/" + stall.product + "/state";
    lin.put(state, R"({"state":"withdrawn","reason":"sold elsewhere"})").is(204);
    town.guest().get("/v1/products/" + stall.product).is(200).says("/on_sale", "false");
    town.guest().get("/v1/shops/" + stall.shop).says("/products", 0);
    lin.put(state, R"({"state":"listed"})").is(204);
    lin.put(state, R"({"state":"discarded"})").is_refused("catalog.illegal_move");
    lin.put(state, R"({"state":"withdrawn"})").is(204);
    lin.put(state, R"({"state":"discarded"})").is(204);
    lin.put(state, R"({"state":"listed"})").is_refused("catalog.illegal_move");
    town.guest().get("/v1/products/" + stall.product).is_refused("base.not_found");
    lin.get("/v1/shops/" + stall.shop + "/goods").counts("/items", 0);
    lin.get("/v1/shops/" + stall.shop + "/goods?state=discarded").counts("/items", 1);
}

TEST(create_product, is_refused_to_a_light_shop_that_has_as_many_items_as_it_may)
{
    Town town;
    town.sets("catalog.most_light_items", "2");  // 3,000 unless set
    auto lin = town.person("lin");
    const std::string shop = testing::light_shop(lin, "Lin's"), picture = testing::picture(lin);
    const auto enter = [&](const std::string& title) {
        return lin.post("/v1/shops/" + shop + "/products",
                        R"({"product":)" + testing::product_json(title, picture, {{"", yuan(9)}}) + "}");
    };
    const std::string first = enter("First").is(201).text("/id");
    enter("Second").is(201);
    enter("Third").is_refused("catalog.shop_full");
    lin.put("/v1/shops/" + shop + "/goods/" + first + "/state", R"({"state":"withdrawn"})").is(204);
    enter("Third").is(201);
    lin.put("/v1/shops/" + shop + "/goods/" + first + "/state", R"({"state":"listed"})").is_refused("catalog.shop_full");
    EXPECT_EQ(jobs::AnySetting::find("catalog.most_light_items")->default_text, "3000");
}

TEST(edit_product, keeps_the_ids_of_skus_that_stay_and_retires_the_others)
{
    Town town;
    auto lin = town.person("lin");
    const auto stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}, {"粉", yuan(89)}});
    const std::string path = "/v1/shops/" + stall.shop + "/goods/" + stall.product,
                      picture = lin.get(path).text("/content/pictures/0");
    const std::string version = lin.get(path).text("/version");
    const std::string content = testing::product_json("New name", picture, {{"粉", yuan(79)}, {"紫", yuan(109)}});
    lin.put(path, R"({"version":)" + version + R"(,"content":)" + content + "}")
        .is(200)
        .counts("/skus", 2)
        .says("/skus/0/id", stall.skus[1]);
    town.guest()
        .get("/v1/products/" + stall.product)
        .says("/title", "New name")
        .says("/price_from", 7900)
        .says("/skus/0/spec", "粉");
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
        const auto retired = catalog::sku_offers(ctx.tx, id_in<ShopId>(stall.shop), {id_in<SkuId>(stall.skus[0])});
        ASSERT_EQ(retired.size(), 1u);  // an order may still name it
        EXPECT_FALSE(retired[0].on_sale);
    });
}

TEST(edit_product, lets_only_one_of_two_editors_win)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const auto stall = testing::open_stall(lin, "Lin's", {{"", yuan(9)}});
    lin.post("/v1/shops/" + stall.shop + "/staff", R"({"handle":"bo","may":"editor"})").is(201);
    bo.post("/v1/shops/" + stall.shop + "/staff/acceptance").is(204);
    const std::string path = "/v1/shops/" + stall.shop + "/goods/" + stall.product;
    const auto read = lin.get(path).is(200);
    const std::string picture = read.text("/content/pictures/0"), version = read.text("/version");
    const auto body = [&](const std::string& title) {
        return R"({"version":)" + version + R"(,"content":)" + testing::product_json(title, picture, {{"", yuan(8)}}) + "}";
    };
    bo.put(path, body("By Bo")).is(200);
    lin.put(path, body("By Lin")).is_refused("catalog.stale");
    lin.get(path).says("/content/title", "By Bo");
}

TEST(edit_prices, changes_all_or_none)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const auto stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}, {"粉", yuan(89)}});
    const auto other = testing::open_stall(bo, "Bo's", {{"", yuan(5)}});
    const auto price = [](const std::string& sku, int fen) {
        return R"({"sku":")" + sku + R"(","price":)" + std::to_string(fen) + "}";
    };
    const std::string path = "/v1/shops/" + stall.shop + "/prices";
    lin.put(path, R"({"prices":[)" + price(stall.skus[0], 100) + "," + price(other.skus[0], 1) + "]}")
        .is_refused("base.not_found")
        .faults("/prices/1/sku");
    lin.put(path, R"({"prices":[)" + price(stall.skus[0], 0) + "]}").is(422);
    town.guest().get("/v1/products/" + stall.product).says("/skus/0/price", 9900);
    lin.put(path, R"({"prices":[)" + price(stall.skus[0], 6600) + "," + price(stall.skus[1], 5500) + "]}").is(204);
    town.guest().get("/v1/products/" + stall.product).says("/skus/0/price", 6600).says("/price_from", 5500);
    bo.put(path, R"({"prices":[)" + price(stall.skus[0], 1) + "]}").is_refused("base.not_found");
}

TEST(edit_prices_batch, changes_what_it_can_and_tells_every_other_row_why_not)
{
    Town town;
    auto [lin, bo] = town.people("lin", "bo");
    const auto stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}, {"粉", yuan(89)}});
    const auto hat = testing::sells(lin, stall.shop, "Hat", {{"", yuan(30)}});
    const auto other = testing::open_stall(bo, "Bo's", {{"", yuan(5)}});
    const std::string path = "/v1/shops/" + stall.shop + "/prices.csv";
    EXPECT_EQ(lin.get(path).response().body, "sku,title,spec,price,market_price\r\n" + hat.skus[0] + ",Hat,,30.00,\r\n" + stall.skus[0] +
                                  ",Lin's lipstick,红,99.00,\r\n" + stall.skus[1] + ",Lin's lipstick,粉,89.00,\r\n");

    const auto report = lin.upload(path, "text/csv",
                                   "price,sku,market_price,title\n"
                                   "66.5," + stall.skus[0] + ",99.00,whatever\n"
                                   "0," + hat.skus[0] + ",,\n"             // not a price: the rule of the content says so
                                   "55.00," + stall.skus[1] + ",,\n"
                                   "1," + other.skus[0] + ",,\n"           // Bo's
                                   "12.345," + stall.skus[0] + ",,\n"
                                   "12.," + stall.skus[0] + ",,\n"
                                   "-3," + stall.skus[0] + ",,\n"
                                   "7," + stall.skus[0] + ",,\n");          // again
    report.is(200).says("/done", 2).counts("/rejected", 6).says("/rejected/0/line", 3).says("/rejected/1/line", 5)
        .says("/rejected/0/code", "base.bad_input").says("/rejected/1/code", "base.not_found").says("/rejected/5/code", "base.already_done");
    town.guest().get("/v1/products/" + stall.product).says("/skus/0/price", 6650).says("/skus/0/market_price", 9900).says("/skus/1/price", 5500);
    town.guest().get("/v1/products/" + hat.id).says("/price_from", 3000);

    lin.upload(path, "text/csv", "sku\n").is_refused("catalog.not_a_batch");
    bo.get(path).is_refused("base.not_found");
    bo.upload(path, "text/csv", "sku,price\n" + stall.skus[0] + ",1\n").is_refused("base.not_found");
}

TEST(edit_prices_batch, leaves_alone_what_is_so_already)
{
    Town town;
    auto lin = town.person("lin");
    const auto stall = testing::open_stall(lin, "Lin's", {{"", yuan(99)}});
    const std::string path = "/v1/shops/" + stall.shop;
    const auto before = lin.get(path + "/goods/" + stall.product).number("/version");
    const std::string file = lin.get(path + "/prices.csv").response().body;
    lin.upload(path + "/prices.csv", "text/csv", file).is(200).says("/done", 1).counts("/rejected", 0);
    EXPECT_EQ(lin.get(path + "/goods/" + stall.product).number("/version"), before);
}

TEST(list_products, is_paged_newest_first_and_filtered_by_category)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = testing::light_shop(lin, "Lin's");
    for (int i = 0; i < 3; ++i) testing::sells(lin, shop, "Product " + std::to_string(i), {{"", yuan(9)}});
    const std::string path = "/v1/shops/" + shop + "/products";
    const auto first = town.guest().get(path + "?limit=2").is(200).counts("/items", 2).says("/items/0/title", "Product 2");
    EXPECT_TRUE(first.json().has("/items/0/cover/key"));
    town.guest()
        .get(path + "?limit=2&cursor=" + first.text("/next"))
        .is(200)
        .counts("/items", 1)
        .says("/items/0/title", "Product 0");
    town.guest().get(path + "?category=beauty.lipstick").counts("/items", 3);
    town.guest().get(path + "?category=food.tea").counts("/items", 0);
    lin.get("/v1/shops/" + shop + "/goods?state=listed").is(200).counts("/items", 3);  // list_own_products
}

TEST(Products, reach_every_state_and_stay_discarded)
{
    std::set<catalog::ProductState> reached{catalog::ProductState::draft};
    for (std::size_t round = 0; round < std::size(catalog::product_moves); ++round)
        for (const auto& move : catalog::product_moves)
            if (reached.contains(move.from)) reached.insert(move.to);
    EXPECT_EQ(reached.size(), 6u);
    for (const auto& move : catalog::product_moves) EXPECT_NE(move.from, catalog::ProductState::discarded);
}

TEST(Products, check_thirteen_digits_as_ean)
{
    EXPECT_TRUE(catalog::well_formed_barcode("6901234567892"));
    EXPECT_FALSE(catalog::well_formed_barcode("6901234567893"));
    EXPECT_TRUE(catalog::well_formed_barcode("LIN-0001"));
}

TEST(list_categories, gives_two_levels_in_chinese_and_english)
{
    Town town;
    const auto answer = town.guest().get("/v1/categories").is(200).says("/items/0/category", "beauty").says("/items/0/parent", "");
    answer.says("/items/1/category", "beauty.lipstick").says("/items/1/parent", "beauty").says("/items/1/zh", "口红唇釉");
    EXPECT_GE(answer.json().count("/items"), 60u);
}

}  // namespace meadow
