#include "support/paying.hpp"

namespace meadow {
namespace {

std::string report(const std::string& subject) { return R"({"subject":")" + subject + R"(","reason":"spam","text":"again and again"})"; }

}  // namespace

TEST(exhibits, moderators_see_what_is_reported_and_by_whom)
{
    Town town;
    auto [ada, bo, lin] = town.people("ada", "bo", "lin");
    auto judge = town.person_with_role("judge", Role::moderator);
    const std::string picture = testing::picture(ada);
    const auto note = ada.post("/v1/notes", R"({"title":"Miracle cream","text":"buy","media":[")" + picture + R"("],"products":[]})").is(201).text("/id");
    const auto comment = ada.post("/v1/notes/" + note + "/comments", R"({"text":"加微信 abc"})").is(201).text("/id");
    const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(10), 5}});
    town.settles();
    const auto reported = [&judge, &reporter = bo](const std::string& subject) {
        reporter.post("/v1/reports", report(subject)).is(204);
        return judge.get("/v1/cases").is(200).says("/items/0/subject", subject).says("/items/0/reports/0/by/handle", "bo");
    };
    const auto dismissed = [&](const std::string& subject) { judge.post("/v1/verdicts", R"({"subject":")" + subject + R"(","decision":"dismiss","reason":"fine"})").is(204); };

    reported(note).says("/items/0/exhibit/title", "Miracle cream").says("/items/0/exhibit/text", "buy").says("/items/0/exhibit/pictures/0", picture)
        .says("/items/0/author/handle", "ada").says("/items/0/exhibit/hidden", "false");
    judge.post("/v1/verdicts", R"({"subject":")" + note + R"(","decision":"hide","reason":"advertising"})").is(204);
    town.settles();
    reported(note).says("/items/0/exhibit/hidden", "true");
    town.person_with_role("boss", Role::operator_).get("/v1/audit").is(200).says("/items/0/about", "Miracle cream").says("/items/0/by_name", "judge");
    dismissed(note);
    reported(comment).says("/items/0/exhibit/text", "加微信 abc").says("/items/0/exhibit/page", note);
    dismissed(comment);
    reported(stall.product).says("/items/0/exhibit/title", "Lin's lipstick").says("/items/0/author/handle", "lin");
    dismissed(stall.product);
    reported(stall.shop).says("/items/0/exhibit/title", "Lin's").says("/items/0/author/handle", "lin");
    dismissed(stall.shop);
    reported(ada.id()).says("/items/0/exhibit/title", "ada").says("/items/0/author/handle", "ada");
}

TEST(exhibits, a_review_is_shown_with_the_product_it_stands_under)
{
    Town town;
    auto lin = town.person("lin");
    auto bo = testing::buyer(town, "bo");
    auto judge = town.person_with_role("judge", Role::moderator);
    const testing::Stall stall = testing::open_stall(lin, "Lin's", {{"红", yuan(10), 5}});
    town.settles();
    const testing::Bought order = testing::bought(bo, stall.shop, stall.skus[0], 1, yuan(10));
    testing::pays_for(town, bo, order);
    testing::ships(town, order);
    testing::delivers(town, order);
    const auto review = bo.post("/v1/products/" + stall.product + "/reviews", R"({"order":")" + order.order + R"(","rating":1,"text":"Rude Words","pictures":[]})").is(201).text("/id");
    lin.post("/v1/reports", report(review)).is(204);
    judge.get("/v1/cases").is(200).says("/items/0/exhibit/text", "Rude Words").says("/items/0/exhibit/page", stall.product).says("/items/0/author/handle", "bo");
}

TEST(exhibits, what_its_author_deleted_is_shown_to_nobody)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    auto judge = town.person_with_role("judge", Role::moderator);
    const auto note = ada.post("/v1/notes", R"({"title":"Mine","text":"","media":[")" + testing::picture(ada) + R"("],"products":[]})").is(201).text("/id");
    const auto comment = bo.post("/v1/notes/" + note + "/comments", R"({"text":"gone soon"})").is(201).text("/id");
    ada.post("/v1/reports", report(comment)).is(204);
    bo.del("/v1/comments/" + comment).is(204);
    EXPECT_FALSE(judge.get("/v1/cases").is(200).counts("/items", 1).json().has("/items/0/exhibit/text"));
}

}  // namespace meadow
