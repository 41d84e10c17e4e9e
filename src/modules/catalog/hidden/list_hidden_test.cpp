#include "modules/catalog/hidden/list_hidden.hpp"

#include "modules/governance/governance.hpp"
#include "support/paying.hpp"

namespace meadow {

TEST(list_hidden, products_and_reviews_are_found_by_words_while_they_are_hidden)
{
    Town town;
    auto lin = town.person("lin");
    auto bo = testing::buyer(town, "bo");
    auto boss = town.person_with_role("boss", Role::moderator);
    const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(10), 5}});
    town.settles();
    const testing::Bought order = testing::bought(bo, stall.shop, stall.skus[0], 1, yuan(10));
    testing::pays_for(town, bo, order);
    testing::ships(town, order);
    testing::delivers(town, order);
    const auto review = bo.post("/v1/products/" + stall.product + "/reviews", R"({"order":")" + order.order + R"(","rating":1,"text":"Rude Words","pictures":[]})").is(201).text("/id");
    for (const auto& subject : {stall.product, review}) boss.post("/v1/verdicts", R"({"subject":")" + subject + R"(","decision":"hide","reason":"rules"})").is(204);
    town.settles();
    boss.get("/v1/hidden/products").is(200).counts("/items", 1).says("/items/0/subject", stall.product).says("/items/0/text", "Lin's");
    boss.get("/v1/hidden/products?q=lin").counts("/items", 1);
    boss.get("/v1/hidden/products?q=nothing").counts("/items", 0);
    boss.get("/v1/hidden/reviews?q=rude").is(200).counts("/items", 1).says("/items/0/subject", review).says("/items/0/by/handle", "bo");
    lin.get("/v1/hidden/products").is_refused("base.not_allowed");
    lin.get("/v1/hidden/reviews").is_refused("base.not_allowed");
}

}  // namespace meadow
