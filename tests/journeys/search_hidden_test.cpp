// Whatever may not be seen is not found: notes change who may see them again and again, by chance, and after every step every surface of
// search is held against the rule.
#include <map>
#include <set>

#include "support/chance.hpp"
#include "support/market.hpp"
#include "support/searching.hpp"

namespace meadow {
namespace {

using testing::Chance;
using testing::encoded;

// A note, and whether anybody may see it, by the rules alone.
struct ToldNote {
    std::string id, title, topic;
    std::size_t author = 0;
    bool published = true, deleted = false, hidden = false, everybody = true;
    bool public_now() const { return published && !deleted && !hidden && everybody; }
};

class Hidden : public ::testing::Test {
protected:
    Hidden()
    {
        for (const char* name : {"ada", "bo", "cy"}) authors.push_back(town.person(name));
    }

    void write(bool scheduled)
    {
        ToldNote note;
        note.author = chance.below(authors.size());
        const std::string letter(1, char('a' + notes.size()));   // words without digits, so that each is one word
        note.title = "tent number" + letter;
        note.topic = "topic" + letter;
        const std::string later = scheduled ? R"(,"publish_at":")" + text(town.now() + 24h) + "\"" : "";
        Person& author = authors[note.author];
        note.id = author.post("/v1/notes", R"({"title":")" + note.title + R"(","text":"in the wood #)" + note.topic + R"(#","media":[")" +
                                               testing::picture(author, 1 + chance.below(5)) + "\"]" + later + "}").is(201).text("/id");
        note.published = !scheduled;
        notes.push_back(note);
    }

    void change(ToldNote& note)
    {
        if (note.deleted) return;
        Person& author = authors[note.author];
        const std::string at = "/v1/notes/" + note.id;
        switch (chance.below(6)) {
            case 0:
                if (author.put(at + "/visibility", R"({"visibility":")" + std::string(chance.happens(50) ? "friends" : "only_me") + "\"}").response().status == 204)
                    note.everybody = false;
                break;
            case 1:
                if (author.put(at + "/visibility", R"({"visibility":"public_"})").response().status == 204) note.everybody = true;
                break;
            case 2:
                if (chance.happens(30) && author.del(at).response().status == 204) note.deleted = true;
                break;
            case 3: decide(note, true); break;
            case 4: decide(note, false); break;
            default: break;
        }
    }

    void decide(ToldNote& note, bool hide)
    {
        if (!note.published) return;
        mo.post("/v1/verdicts", R"({"subject":")" + note.id + R"(","decision":")" + (hide ? "hide" : "restore") + R"(","reason":"by chance"})");
        note.hidden = hide;
    }

    // Every public note is found by its own number and topic, by everybody and nobody; nothing else ever is.
    void held_against_the_rule()
    {
        for (const ToldNote& note : notes) {
            const std::string number = note.title.substr(note.title.find(' ') + 1);
            const auto own = reader.get("/v1/search/notes?q=" + number).is(200);
            const bool found = own.text("/instead") == "false" && own.json().count("/items") > 0 && own.text("/items/0/id") == note.id;
            EXPECT_EQ(found, note.public_now()) << note.title;
            EXPECT_EQ(reader.get("/v1/search/topics?q=" + note.topic).is(200).json().count("/items"), note.public_now() ? 1u : 0u) << note.topic;
        }
        for (const std::string target : {"/v1/search/notes?q=tent&limit=100", "/v1/search/notes?q=tent&sort=newest&limit=100", "/v1/search/notes?q=zeppelin&limit=100"}) {
            std::set<std::string> seen;
            const auto all = reader.get(target).is(200);
            for (std::size_t i = 0; i < all.json().count("/items"); ++i) seen.insert(all.text("/items/" + std::to_string(i) + "/id"));
            for (const ToldNote& note : notes) EXPECT_EQ(seen.count(note.id), note.public_now() ? 1u : 0u) << target << ' ' << note.title;
        }
    }

    Town town;
    Person mo = town.person_with_role("mo", Role::moderator);
    Person reader = town.person("reader");
    std::vector<Person> authors;
    std::vector<ToldNote> notes;
    Chance chance{testing::seed_of_this_run()};
};

}  // namespace

TEST_F(Hidden, what_may_not_be_seen_is_never_found)
{
    const int rounds = testing::long_run() ? 60 : 12;
    for (int round = 0; round < rounds; ++round) {
        if (notes.size() < 12) write(chance.happens(25));
        for (int i = 0; i < 3; ++i) change(chance.any_of(notes));
        if (chance.happens(20)) {
            town.wait(25h);   // what was scheduled comes out
            for (ToldNote& note : notes) note.published = true;
        }
        town.settles();
        held_against_the_rule();
    }
}

TEST_F(Hidden, who_is_blocked_is_not_found_and_finds_nothing_of_who_blocks)
{
    for (int i = 0; i < 4; ++i) write(false);
    town.settles();
    reader.put("/v1/me/blocks/" + authors[0].id()).is(204);
    for (const ToldNote& note : notes) {
        const auto found = reader.get("/v1/search/notes?q=" + note.title.substr(note.title.find(' ') + 1)).is(200);
        const bool first = found.json().count("/items") > 0 && found.text("/items/0/id") == note.id;
        EXPECT_EQ(first, note.author != 0) << note.title;
    }
    reader.get("/v1/search/users?q=ada").is(200).counts("/items", 0);
    authors[0].get("/v1/search/users?q=reader").is(200).counts("/items", 0);
}

// What `blocked_shops` takes out, wherever products and shops are found.
TEST_F(Hidden, the_shop_of_somebody_who_is_blocked_is_nowhere_and_comes_back)
{
    const auto lipstick = testing::open_stall(authors[0], "Zeppelin", {{"", yuan(99)}});
    const auto other = testing::open_stall(authors[1], "Airship", {{"", yuan(99)}});
    town.settles();
    const std::string title = testing::encoded(reader.get("/v1/products/" + lipstick.product).is(200).text("/title"));
    const auto products_of = [&](Person& who, const std::string& target, const std::string& shop) {
        const auto found = who.get(target).is(200);
        std::size_t count = 0;
        for (std::size_t i = 0; i < found.json().count("/items"); ++i) count += found.text("/items/" + std::to_string(i) + "/shop") == shop;
        return count;
    };
    const std::string surfaces[] = {"/v1/search/products?q=" + title, "/v1/search/products?sort=newest", "/v1/search/products?sort=price_up&q=" + title,
                                    "/v1/products/" + other.product + "/related"};
    const auto seen_by = [&](Person& who, std::int64_t times) {
        for (const std::string& surface : surfaces) EXPECT_EQ(products_of(who, surface, lipstick.shop), std::size_t(times)) << surface;
        who.get("/v1/search/shops?q=zeppelin").is(200).counts("/items", std::size_t(times));
        who.get("/v1/search/products?facets=true").is(200).says("/facets/in_stock", 1 + times);   // and what the other shop sells
        who.get("/v1/search/products?facets=true&q=" + title).is(200).says("/facets/in_stock", times);
    };
    seen_by(reader, 1);
    reader.put("/v1/me/blocks/" + authors[0].id()).is(204);
    seen_by(reader, 0);
    seen_by(authors[2], 1);
    EXPECT_EQ(products_of(reader, surfaces[0], other.shop), 1u);
    reader.del("/v1/me/blocks/" + authors[0].id()).is(204);
    seen_by(reader, 1);
    authors[0].put("/v1/me/blocks/" + reader.id()).is(204);
    seen_by(reader, 0);
}

TEST_F(Hidden, a_page_of_goods_is_full_although_those_of_who_is_blocked_are_left_out)
{
    const auto shelf = [](Person& owner, const std::string& name, int goods) {
        const std::string shop = testing::light_shop(owner, name);
        for (int i = 0; i < goods; ++i) testing::sells(owner, shop, "balloon lantern", {{"", yuan(99)}});
    };
    shelf(authors[1], "Airship", 3);
    shelf(authors[0], "Zeppelin", 5);
    shelf(authors[2], "Kite", 4);
    town.settles();
    const std::string target = "/v1/search/products?q=balloon%20lantern&limit=3";
    reader.get(target).is(200).counts("/items", 3);
    reader.put("/v1/me/blocks/" + authors[0].id()).is(204);
    reader.put("/v1/me/blocks/" + authors[2].id()).is(204);
    reader.get(target).is(200).counts("/items", 3).says("/items/0/shop_name", "Airship").says("/items/2/shop_name", "Airship");
}

TEST_F(Hidden, goods_of_somebody_who_is_blocked_are_not_on_a_note_either)
{
    const auto lipstick = testing::open_stall(authors[0], "Zeppelin", {{"", yuan(99)}});
    town.settles();
    const std::string note = authors[1].post("/v1/notes", R"({"title":"a lipstick","text":"red","media":[")" + testing::picture(authors[1]) +
                                                              R"("],"products":[")" + lipstick.product + R"("]})").is(201).text("/id");
    town.settles();
    reader.get("/v1/notes/" + note).is(200).counts("/products", 1);
    reader.put("/v1/me/blocks/" + authors[0].id()).is(204);
    reader.get("/v1/notes/" + note).is(200).counts("/products", 0);
    authors[2].get("/v1/notes/" + note).is(200).counts("/products", 1);
    reader.del("/v1/me/blocks/" + authors[0].id()).is(204);
    authors[0].put("/v1/me/blocks/" + reader.id()).is(204);
    reader.get("/v1/notes/" + note).is(200).counts("/products", 0);
}

}  // namespace meadow
