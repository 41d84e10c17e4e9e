// Finding by words: what somebody who searches lives through. search_notes, search_products, search_users, suggest_queries.
#include <set>

#include "modules/discovery/module.hpp"
#include "modules/discovery/search/keep_queries.hpp"
#include "modules/discovery/search/library.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

using testing::light_shop;
using testing::picture;
using testing::publishes;
using testing::sells;

// A note that says something; its id.
std::string writes(Person& author, const std::string& title, const std::string& text)
{
    return author.post("/v1/notes", R"({"title":")" + title + R"(","text":")" + text + R"(","media":[")" + picture(author) + R"("]})").is(201).text("/id");
}

// Percent-encodes what stands outside ASCII, and spaces.
std::string encoded(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        char hex[4];
        std::snprintf(hex, sizeof hex, "%%%02X", byte);
        if (byte < 0x80 && c != ' ' && c != '+' && c != '&' && c != '%' && c != '#') out += c;
        else out += hex;
    }
    return out;
}

struct Row {
    const char* query;
    const char* best;   // the title that must come first
};

}  // namespace

TEST(Search, finds_notes_in_chinese_however_they_are_written)
{
    Town town;
    auto ada = town.person("ada");
    writes(ada, "秋冬口红试色", "显白不挑皮，黄皮闭眼入");
    writes(ada, "兰蔻粉底液测评", "Lancôme 持妆一整天");
    writes(ada, "周末露营清单", "帐篷、天幕、iPhone15 拍照 #露营好物#");
    writes(ada, "北京烤鸭哪家好", "跟着本地人去吃");
    town.settles();
    for (const Row& row : {Row{"口红", "秋冬口红试色"}, {"口紅 試色", "秋冬口红试色"}, {"黄皮显白", "秋冬口红试色"}, {"ＬＡＮＣＯＭＥ", "兰蔻粉底液测评"},
                           {"粉底", "兰蔻粉底液测评"}, {"露营 好物", "周末露营清单"}, {"iphone", "周末露营清单"}, {"烤鸭", "北京烤鸭哪家好"}})
        ada.get("/v1/search/notes?q=" + encoded(row.query)).is(200).says("/items/0/title", row.best).says("/instead", "false").says("/complete", "true");
}

TEST(Search, marks_where_a_note_answers)
{
    Town town;
    auto ada = town.person("ada");
    writes(ada, "😀秋冬口红试色", "这一段先说些别的事情，说得很长很长，后面才说到正题：这支口红真的显白");
    town.settles();
    const auto found = ada.get("/v1/search/notes?q=" + encoded("口红")).is(200);
    found.says("/matches/0/title/0/begin", 4).says("/matches/0/title/0/end", 6);   // the emoji is two units long
    const std::string text = found.text("/matches/0/text/text");
    EXPECT_NE(text.find("口红"), std::string::npos) << text;
    EXPECT_EQ(text.find("这一段"), std::string::npos) << text;
}

TEST(Search, follows_edits_at_once)
{
    Town town;
    auto ada = town.person("ada");
    const std::string note = writes(ada, "Camping", "tent");
    town.settles();
    ada.get("/v1/search/notes?q=tent").is(200).says("/instead", "false").counts("/items", 1);
    ada.del("/v1/notes/" + note).is(204);
    town.settles();
    ada.get("/v1/search/notes?q=tent").is(200).says("/instead", "true").counts("/items", 0);
}

TEST(Search, shows_the_newest_notes_when_nothing_answers)
{
    Town town;
    auto ada = town.person("ada");
    publishes(ada, "口红");
    town.settles();
    ada.get("/v1/search/notes?q=zeppelin").is(200).says("/instead", "true").counts("/items", 1).counts("/matches", 1);
}

TEST(Search, pages_show_every_hit_once_while_more_are_written)
{
    Town town;
    auto ada = town.person("ada");
    for (int i = 0; i < 5; ++i) publishes(ada, "tent " + std::to_string(i));
    town.wait(1s);
    std::set<std::string> seen;
    std::string cursor;
    for (int page = 0; page < 3; ++page) {
        const auto found = ada.get("/v1/search/notes?q=tent&limit=2&cursor=" + cursor).is(200);
        for (std::size_t i = 0; i < found.json().count("/items"); ++i)
            EXPECT_TRUE(seen.insert(found.text("/items/" + std::to_string(i) + "/title")).second) << "shown twice";
        cursor = found.json().has("/next") ? found.text("/next") : "";
        town.wait(1s);
        publishes(ada, "tent late " + std::to_string(page));
        town.settles();
    }
    EXPECT_EQ(seen.size(), 5u);
    EXPECT_EQ(cursor, "");
    ada.get("/v1/search/notes?q=tent&cursor=nonsense").is(422).faults("?cursor");
}

TEST(Search, finds_products_by_words_category_and_price)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    sells(lin, shop, "丝绒哑光发夹", {{"", yuan(99)}});
    sells(lin, shop, "滋润发夹小样", {{"", yuan(19)}});
    sells(lin, shop, "保湿面膜", {{"", yuan(59)}});
    town.settles();
    const std::string search = "/v1/search/products?q=" + encoded("发夹");
    lin.get(search).is(200).counts("/items", 2);
    lin.get(search + "&least=5000").is(200).counts("/items", 1).says("/items/0/title", "丝绒哑光发夹").says("/items/0/price_from", 9900)
        .says("/items/0/shop_name", "Lin's").says("/items/0/highlights/0/begin", 4);
    lin.get(search + "&most=5000").is(200).counts("/items", 1).says("/items/0/title", "滋润发夹小样");
    const std::string category = lin.get(search).text("/items/0/category");
    lin.get(search + "&category=" + category).is(200).counts("/items", 2);
    lin.get(search + "&category=" + category.substr(0, category.find('.'))).is(200).counts("/items", 2);
    lin.get(search + "&category=leisure").is(200).counts("/items", 0);
}

TEST(Search, with_nothing_asked_for_shows_the_shelves_newest_first)
{
    Town town;
    auto lin = town.person("lin");
    const std::string shop = light_shop(lin, "Lin's");
    for (const char* title : {"唇膏", "面膜", "香水"}) sells(lin, shop, title, {{"", yuan(99)}});
    town.settles();
    const std::string shelves = "/v1/search/products?q=&category=&limit=2";
    const auto first = lin.get(shelves).is(200).counts("/items", 2).says("/items/0/title", "香水").says("/items/1/title", "面膜");
    sells(lin, shop, "防晒霜", {{"", yuan(99)}});
    town.settles();
    const auto last = lin.get(shelves + "&cursor=" + first.text("/next")).is(200).counts("/items", 1).says("/items/0/title", "唇膏");
    EXPECT_FALSE(last.json().has("/next"));
    lin.get("/v1/search/products?q=&category=leisure").is(200).counts("/items", 0);
    lin.get(shelves + "&cursor=nonsense").is(422).faults("?cursor");
}

TEST(Search, finds_people_by_name_and_handle_until_they_change_it)
{
    Town town;
    auto [ada, bo] = town.people("ada_lovelace", "bo");
    town.settles();
    bo.get("/v1/search/users?q=lovelace").is(200).says("/items/0/person/handle", "ada_lovelace");
    ada.patch("/v1/me", R"({"name":"小艾"})").is(200);
    town.settles();
    bo.get("/v1/search/users?q=" + encoded("小艾")).is(200).counts("/items", 1).says("/items/0/person/id", ada.id());
}

TEST(Search, suggests_only_what_enough_people_have_asked)
{
    Town town;
    auto ada = town.person("ada");
    publishes(ada, "口红试色");
    publishes(ada, "口罩");
    town.settles();
    for (int i = 0; i < 5; ++i) {
        auto someone = town.person("p" + std::to_string(i));
        someone.get("/v1/search/notes?q=" + encoded("口红"));
        someone.get("/v1/search/notes?q=" + encoded("口紅"));        // the same query, the same person: counts once
        if (i < 4) someone.get("/v1/search/notes?q=" + encoded("口罩"));
    }
    discovery::keep_queries(town.world());
    discovery::learn_phrases(town.world());
    ada.get("/v1/search/suggest?q=" + encoded("口")).is(200).counts("/items", 1).says("/items/0", "口红");
    ada.get("/v1/search/hot").is(200).counts("/items", 1).says("/items/0", "口红");
    town.restarts();   // known from the first moment on
    ada.get("/v1/search/suggest?q=" + encoded("口")).is(200).counts("/items", 1);
    ada.get("/v1/search/hot").is(200).counts("/items", 1);
    town.clock().advance(std::chrono::hours{24 * 9});
    discovery::learn_phrases(town.world());
    ada.get("/v1/search/hot").is(200).counts("/items", 0);
    for (int day = 0; day < 6; ++day) {   // one person, again and again
        town.clock().advance(24h);
        ada.get("/v1/search/notes?q=" + encoded("口罩"));
        discovery::keep_queries(town.world());
    }
    discovery::learn_phrases(town.world());
    ada.get("/v1/search/suggest?q=" + encoded("口罩")).is(200).counts("/items", 0);
}

TEST(Search, an_index_that_was_lost_is_filled_again)
{
    Town town;
    auto ada = town.person("ada");
    publishes(ada, "Camping tent");
    town.settles();
    jobs::Adapters fresh = town.world().adapters;
    discovery::add_memory(fresh);
    jobs::World again{town.world().database, town.world().lanes, town.world().clock, town.world().dice, town.world().ids, town.world().settings, fresh};
    const auto& book = fresh.get<discovery::Library>().notes;
    EXPECT_FALSE(book.complete());
    discovery::fill_memory(again, [] { return true; });
    EXPECT_TRUE(book.complete());
    EXPECT_EQ(book.snapshot()->search(lang::Query::of(book.segmenter(), "tent"), {10}).size(), 1u);
}

}  // namespace meadow
