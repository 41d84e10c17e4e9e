#include "modules/community/hidden/list_hidden.hpp"

#include "support/market.hpp"

namespace meadow {

TEST(list_hidden, notes_and_comments_are_found_by_words_while_they_are_hidden)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    auto boss = town.person_with_role("boss", Role::moderator);
    const auto note = ada.post("/v1/notes", R"({"title":"Miracle CREAM 100%","text":"buy","media":[")" + testing::picture(ada) + R"("],"products":[]})").is(201).text("/id");
    const auto comment = bo.post("/v1/notes/" + note + "/comments", R"({"text":"加微信 abc"})").is(201).text("/id");
    town.settles();
    boss.get("/v1/hidden/notes").is(200).counts("/items", 0);

    for (const auto& subject : {comment, note}) boss.post("/v1/verdicts", R"({"subject":")" + subject + R"(","decision":"hide","reason":"advertising"})").is(204);
    town.settles();
    boss.get("/v1/hidden/notes").is(200).counts("/items", 1).says("/items/0/subject", note).says("/items/0/by/handle", "ada");
    boss.get("/v1/hidden/notes?q=cream").counts("/items", 1);
    boss.get("/v1/hidden/notes?q=100%25").counts("/items", 1);
    boss.get("/v1/hidden/notes?q=1_0").counts("/items", 0);
    boss.get("/v1/hidden/comments?q=%E5%BE%AE%E4%BF%A1").is(200).counts("/items", 1).says("/items/0/subject", comment).says("/items/0/text", "加微信 abc");

    boss.post("/v1/verdicts", R"({"subject":")" + note + R"(","decision":"restore","reason":"a mistake"})").is(204);
    town.settles();
    boss.get("/v1/hidden/notes?q=cream").counts("/items", 0);
    ada.get("/v1/hidden/notes").is_refused("base.not_allowed");
    ada.get("/v1/hidden/comments").is_refused("base.not_allowed");
}

}  // namespace meadow
