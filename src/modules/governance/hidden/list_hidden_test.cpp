#include "support/paying.hpp"

namespace meadow {

TEST(list_hidden, notes_and_comments_are_found_by_words_while_they_are_hidden)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    auto boss = town.person_with_role("boss", Role::moderator);
    const auto note = ada.post("/v1/notes", R"({"title":"Miracle CREAM 100%","text":"buy","media":[")" + testing::picture(ada) + R"("],"products":[]})").is(201).text("/id");
    const auto comment = bo.post("/v1/notes/" + note + "/comments", R"({"text":"加微信 abc"})").is(201).text("/id");
    town.settles();
    boss.get("/v1/hidden?kind=note").is(200).counts("/items", 0);

    for (const auto& subject : {comment, note}) boss.post("/v1/verdicts", R"({"subject":")" + subject + R"(","decision":"hide","reason":"advertising"})").is(204);
    town.settles();
    boss.get("/v1/hidden?kind=note").is(200).counts("/items", 1).says("/items/0/subject", note).says("/items/0/by/handle", "ada");
    boss.get("/v1/hidden?kind=note&q=cream").counts("/items", 1);
    boss.get("/v1/hidden?kind=note&q=100%25").counts("/items", 1);
    boss.get("/v1/hidden?kind=note&q=1_0").counts("/items", 0);
    boss.get("/v1/hidden?kind=comment&q=%E5%BE%AE%E4%BF%A1").is(200).counts("/items", 1).says("/items/0/subject", comment).says("/items/0/text", "加微信 abc");

    boss.post("/v1/verdicts", R"({"subject":")" + note + R"(","decision":"restore","reason":"a mistake"})").is(204);
    town.settles();
    boss.get("/v1/hidden?kind=note&q=cream").counts("/items", 0);
    ada.get("/v1/hidden?kind=note").is_refused("base.not_allowed");
    ada.get("/v1/hidden?kind=comment").is_refused("base.not_allowed");
}

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
    boss.get("/v1/hidden?kind=product").is(200).counts("/items", 1).says("/items/0/subject", stall.product).says("/items/0/by/handle", "lin");
    boss.get("/v1/hidden?kind=product&q=lin").counts("/items", 1);
    boss.get("/v1/hidden?kind=product&q=nothing").counts("/items", 0);
    boss.get("/v1/hidden?kind=review&q=rude").is(200).counts("/items", 1).says("/items/0/subject", review).says("/items/0/by/handle", "bo");
    lin.get("/v1/hidden?kind=product").is_refused("base.not_allowed");
    lin.get("/v1/hidden?kind=review").is_refused("base.not_allowed");
}

}  // namespace meadow
