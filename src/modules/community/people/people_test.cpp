// A person's numbers, their export, and what is left of them when they leave.
#include "modules/community/people/erase_person.hpp"
#include "modules/community/people/export_person.hpp"
#include "modules/identity/events.hpp"
#include "support/gazette.hpp"

namespace meadow::community {

using testing::publishes;

namespace {

std::string page(const std::string& note) { return "/v1/notes/" + note; }
UserId id_of(const Person& person) { return {*parse_id(UserId::prefix(), person.id())}; }

std::string exported(Town& town, const Person& person)
{
    std::string out;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { out = export_person(ctx, id_of(person)); });
    return out;
}

}  // namespace

TEST(export_person, holds_what_they_wrote_and_did)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "mine"), other = publishes(bo, "other");
    ada.post("/v1/drafts", R"({"title":"unfinished","text":""})").is(201);
    ada.put(page(other) + "/like").is(204);
    ada.put(page(other) + "/collect").is(204);
    ada.post(page(other) + "/comments", R"({"text":"my words"})").is(201);
    ada.put("/v1/users/" + bo.id() + "/follow").is(204);
    bo.put(page(note) + "/like").is(204);
    town.settles();
    const testing::JsonView data(exported(town, ada));
    EXPECT_EQ(data.count("/notes"), 2u);
    EXPECT_EQ(data.text("/notes/0/note/title"), "unfinished");
    EXPECT_EQ(data.text("/comments/0/text"), "my words");
    EXPECT_EQ(data.text("/likes/0"), other);
    EXPECT_EQ(data.text("/albums/0/notes/0/note"), other);
    EXPECT_EQ(data.text("/following/0/user"), bo.id());
    EXPECT_EQ(data.text("/notifications/0/what"), "liked");
}

TEST(show_engagement, sums_up_the_public_notes_of_an_official_account_and_of_nobody_else)
{
    Town town;
    auto boss = town.person_with_role("boss", Role::operator_);
    auto [lotus, bo] = town.people("lotus", "bo");
    const std::string figures = "/v1/users/" + lotus.id() + "/engagement";
    const auto first = publishes(lotus, "first"), second = publishes(lotus, "second");
    publishes(lotus, "mine", R"("visibility":"only_me")");
    bo.put(page(first) + "/like").is(204);
    bo.put(page(second) + "/collect").is(204);
    bo.post(page(second) + "/comments", R"({"text":"nice"})").is(201);
    bo.put("/v1/users/" + lotus.id() + "/follow").is(204);
    town.guest().get(figures).is(404);
    boss.put("/v1/users/" + lotus.id() + "/official", R"({"brand":"Lotus","reason":"licence checked"})").is(204);
    town.settles();
    town.guest().get(figures).is(200).says("/ever/notes", 2).says("/ever/likes", 1).says("/ever/collects", 1).says("/lately/notes", 2)
        .says("/lately/comments", 1).says("/followers", 1).says("/new_followers", 1);
    town.clock().advance(std::chrono::hours{24 * 31});
    town.guest().get(figures).says("/ever/notes", 2).says("/ever/likes", 1).says("/lately/notes", 0).says("/lately/likes", 0)
        .says("/followers", 1).says("/new_followers", 0);
}

TEST(erase_person, takes_everything_along_and_every_counter_follows)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "mine"), other = publishes(bo, "other");
    const auto said = ada.post(page(other) + "/comments", R"({"text":"my words"})").is(201).text("/id");
    cy.post(page(other) + "/comments", R"({"text":"answer","answers":")" + said + R"("})").is(201);
    const auto kept = cy.post(page(other) + "/comments", R"({"text":"kept"})").is(201).text("/id");
    ada.put("/v1/comments/" + kept + "/like").is(204);
    ada.put(page(other) + "/like").is(204);
    ada.put(page(other) + "/collect").is(204);
    ada.post(page(other) + "/shares").is(201);
    testing::befriend(ada, bo);
    town.settles();
    town.guest().get(page(other)).says("/counts/comments", 3).says("/counts/likes", 1).says("/counts/shares", 1);

    jobs::write_in_lane(town.world(), {}, 0, [leaving = id_of(ada)](WriteCtx& ctx) {
        ctx.tell(identity::AccountDeleted{leaving, ctx.now});
        return true;
    });
    town.settles();
    bo.get(page(note)).is(404);
    town.guest().get(page(other)).says("/counts/comments", 1).says("/counts/likes", 0).says("/counts/collects", 0).says("/counts/shares", 0);
    town.guest().get(page(other) + "/comments").counts("/items", 1).says("/items/0/likes", 0);
    town.guest().get("/v1/users/" + bo.id() + "/counts").says("/followers", 0).says("/following", 0).says("/received", 0);
    EXPECT_EQ(exported(town, ada).find("my words"), std::string::npos);
    const testing::JsonView data(exported(town, ada));
    for (const char* list : {"/notes", "/likes", "/albums", "/following", "/notifications"}) EXPECT_EQ(data.count(list), 0u) << list;
}

}  // namespace meadow::community
