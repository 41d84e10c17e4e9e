// What somebody who searches finds although they typed something else: synonyms, slips, letters for Chinese, numbers, names. put_synonym,
// list_synonyms, choose_found, search_shops, search_topics.
#include "modules/discovery/search/words/learn_words.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"
#include "support/searching.hpp"

namespace meadow {
namespace {

using testing::encoded;
using testing::light_shop;
using testing::publishes;
using testing::sells;

}  // namespace

TEST(SearchWords, finds_products_by_what_else_they_are_called)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    sells(lin, shop, "爆款双肩包", {{"", yuan(99)}});
    sells(lin, shop, "保湿面膜", {{"", yuan(59)}});
    town.settles();
    discovery::reload_synonyms(town.world());
    lin.get("/v1/search/products?q=" + encoded("书包")).is(200).counts("/items", 1).says("/items/0/title", "爆款双肩包").says("/items/0/highlights/0/begin", 2);

    auto op = town.person_with_role("op", Role::operator_);
    const std::string pair = R"({"words":"小雨伞","other":"面膜","reason":"a test","active":)";
    lin.put("/v1/operator/synonyms", pair + "true}").is(403);
    op.put("/v1/operator/synonyms", pair + "true}").is(204);
    op.put("/v1/operator/synonyms", R"({"words":"面膜","other":"面膜","reason":"a test","active":true})").is(422).faults("/other");
    town.settles();
    lin.get("/v1/search/products?q=" + encoded("小雨伞")).is(200).says("/items/0/title", "保湿面膜");
    op.get("/v1/operator/synonyms").is(200).counts("/items", 1).says("/items/0/words", "小雨伞").says("/items/0/state", "active").says("/items/0/by/handle", "op");
    op.put("/v1/operator/synonyms", pair + "false}").is(204);
    op.put("/v1/operator/synonyms", R"({"words":"书包","other":"双肩包","reason":"a test","active":false})").is(204);
    town.settles();
    lin.get("/v1/search/products?q=" + encoded("小雨伞")).is(200).says("/instead", "true");
    lin.get("/v1/search/products?q=" + encoded("书包")).is(200).says("/instead", "true");   // what is built in can be refused, too
    const std::string next = op.get("/v1/operator/synonyms?limit=1").is(200).text("/next");
    op.get("/v1/operator/synonyms?limit=1&after=" + encoded(next)).is(200).counts("/items", 1);
    op.get("/v1/operator/synonyms?after=nonsense").is(422).faults("?after");
}

TEST(SearchWords, finds_what_was_meant)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    for (const char* title : {"LANCOME兰蔻 小黑瓶精华液", "LANCOME兰蔻粉底液", "LANCOME/兰蔻面霜", "氨基酸洗面奶"}) sells(lin, shop, title, {{"", yuan(99)}});
    town.settles();
    discovery::learn_words(town.world());
    const auto first = [&](const std::string& query) { return lin.get("/v1/search/products?q=" + encoded(query)).is(200); };
    first("lancmoe 精华液").says("/items/0/title", "LANCOME兰蔻 小黑瓶精华液").says("/corrected", "lancome 精华液");
    first("洗面乃").says("/items/0/title", "氨基酸洗面奶").says("/corrected", "洗面奶");
    first("ximiannai").says("/items/0/title", "氨基酸洗面奶");
    first("xi mian nai").says("/items/0/title", "氨基酸洗面奶");
    first("ximianai").says("/items/0/title", "氨基酸洗面奶").says("/corrected", "洗面奶");
    EXPECT_FALSE(first("兰蔻").json().has("/corrected"));
}

TEST(SearchWords, titles_and_choices_teach_what_is_the_same)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    const std::string chosen = sells(lin, shop, "ZUKUNFT/祖坤香水", {{"", yuan(99)}}).id;
    for (const char* title : {"ZUKUNFT祖坤面霜", "包邮 ZUKUNFT祖坤眼霜", "唇膏"}) sells(lin, shop, title, {{"", yuan(99)}});
    town.settles();
    for (int i = 0; i < 6; ++i) {
        auto someone = town.person("p" + std::to_string(i));
        for (int times = 0; times < 2; ++times) someone.post("/v1/search/choices", R"({"q":"精华针","product":")" + chosen + "\"}").is(204);
    }
    lin.get("/v1/search/products?q=" + encoded("精华针")).is(200).says("/instead", "true");
    discovery::learn_synonyms(town.world());
    town.settles();
    auto op = town.person_with_role("op", Role::operator_);
    const auto known = op.get("/v1/operator/synonyms").is(200);
    known.counts("/items", 2);
    EXPECT_EQ(known.text("/items/0/words"), "zukunft");
    EXPECT_EQ(known.text("/items/0/other"), "祖坤");
    EXPECT_EQ(known.text("/items/0/source"), "titles");
    EXPECT_EQ(known.text("/items/1/source"), "clicks");
    EXPECT_EQ(known.text("/items/1/other"), "香水") << "the word that only the chosen title has";
    lin.get("/v1/search/products?q=" + encoded("精华针")).is(200).says("/items/0/title", "ZUKUNFT/祖坤香水");
}

TEST(SearchWords, one_person_who_chooses_the_same_day_after_day_teaches_nothing)
{
    Town town;
    auto [lin, ada] = town.people("lin", "ada");
    const std::string shop = light_shop(lin, "Lin's");
    const std::string chosen = sells(lin, shop, "祖坤香水", {{"", yuan(99)}}).id;
    for (const char* title : {"面霜", "眼霜", "唇膏"}) sells(lin, shop, title, {{"", yuan(99)}});
    town.settles();
    for (int day = 0; day < 7; ++day) {
        ada.post("/v1/search/choices", R"({"q":"精华针","product":")" + chosen + "\"}").is(204);
        town.clock().advance(std::chrono::hours{24});
    }
    discovery::learn_synonyms(town.world());
    town.settles();
    town.person_with_role("op", Role::operator_).get("/v1/operator/synonyms").is(200).counts("/items", 0);
}

TEST(SearchWords, a_barcode_finds_exactly_its_product)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    sells(lin, shop, "唇膏 6901234567892", {{"", yuan(99)}});
    const std::string content = R"({"product":{"title":"面膜","description":"","pictures":[")" + testing::picture(lin) +
        R"("],"category":"beauty.mask","tax":1300,"commission":0,"options":[],"skus":[{"choice":[],"price":5900,"barcode":"6921168509256","stock":5}]}})";
    lin.post("/v1/shops/" + shop + "/products", content).is(201);
    town.settles();
    lin.get("/v1/search/products?q=6921168509256").is(200).counts("/items", 1).says("/items/0/title", "面膜");
    lin.get("/v1/search/products?q=6921168509257").is(200).counts("/items", 0);
}

TEST(SearchWords, people_shops_and_topics_are_found_by_pinyin_and_initials)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    ada.patch("/v1/me", R"({"name":"小艾同学"})").is(200);
    const std::string shop = light_shop(ada, "林家铺子");
    ada.post("/v1/notes", R"({"title":"露营","text":"周末去 #露营好物# 了","media":[")" + testing::picture(ada) + R"("]})").is(201);
    town.settles();
    for (const char* typed : {"小艾", "xiaoaitongxue", "xatx", "xiao ai tong xue"}) bo.get("/v1/search/users?q=" + encoded(typed)).is(200).says("/items/0/person/id", ada.id());
    for (const char* typed : {"林家", "linjiapuzi", "ljpz"}) bo.get("/v1/search/shops?q=" + encoded(typed)).is(200).counts("/items", 1).says("/items/0/id", shop).says("/items/0/profile", "light");
    for (const char* typed : {"露", "露营", "luyinghaowu", "lyhw"}) bo.get("/v1/search/topics?q=" + encoded(typed)).is(200).counts("/items", 1).says("/items/0/name", "露营好物").says("/items/0/notes", 1);
    sells(ada, shop, "帐篷", {{"", yuan(99)}});
    ada.patch("/v1/shops/" + shop, R"({"name":"老林铺子"})").is(200);
    town.settles();
    bo.get("/v1/search/shops?q=linjiapuzi").is(200).counts("/items", 0);
    bo.get("/v1/search/shops?q=" + encoded("老林")).is(200).says("/items/0/id", shop);
    bo.get("/v1/search/products?q=" + encoded("老林铺子")).is(200).says("/items/0/shop_name", "老林铺子");
}

}  // namespace meadow
