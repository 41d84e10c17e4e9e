// Likes, collects, shares and views: exact, whatever happens at once.
#include <algorithm>
#include <random>
#include <thread>

#include "http/message.hpp"
#include "modules/community/collects/collect_note.hpp"
#include "modules/community/likes/like_note.hpp"
#include "modules/community/likes/store.hpp"
#include "modules/community/notes/store.hpp"
#include "modules/community/views/fold_views.hpp"
#include "support/gazette.hpp"

namespace meadow::community {

using testing::publishes;
using testing::verdict;

namespace {

std::string page(const std::string& note) { return "/v1/notes/" + note; }
NoteId id_of(const std::string& note) { return {*parse_id(NoteId::prefix(), note)}; }

// Makes it do so as somebody, from any thread.
template <class In>
void does(Town& town, std::int64_t user, std::uint64_t lane, Done (*verb)(WriteCtx&, const In&), In in)
{
    const Who who{UserId{user}, {}, 0};
    const auto result = jobs::write_now<Nothing>(town.world(), who, lane, [&](WriteCtx& ctx) { return verb(ctx, in); });
    EXPECT_TRUE(result.ok());
}

std::string views_json(const std::vector<std::pair<std::string, std::string>>& events)
{
    std::string out;
    for (const auto& [event, note] : events) {
        out += (out.empty() ? "" : ",");
        out += R"({"event":")" + event + R"(","note":")" + note + R"(","finished":true,"source":"feed"})";
    }
    return R"({"views":[)" + out + "]}";
}

}  // namespace

TEST(like_note, counts_once_however_often_one_taps)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "liked");
    for (int tap = 0; tap < 2; ++tap) bo.put(page(note) + "/like").is(204);
    town.guest().get(page(note)).says("/counts/likes", 1);
    bo.get("/v1/me/likes").is(200).counts("/items", 1).says("/items/0/id", note).says("/items/0/liked", "true");
    for (int tap = 0; tap < 2; ++tap) bo.del(page(note) + "/like").is(204);
    town.guest().get(page(note)).says("/counts/likes", 0);
    bo.put(page("nte_0000000000001") + "/like").is(404);
    town.guest().put(page(note) + "/like").is(401);
}

TEST(list_liked_notes, the_newest_note_first_and_paged)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    std::vector<std::string> notes;
    for (int i = 0; i < 3; ++i) bo.put(page(notes.emplace_back(publishes(ada, "n"))) + "/like").is(204);
    const auto first = bo.get("/v1/me/likes?limit=2").counts("/items", 2).says("/items/0/id", notes[2]);
    bo.get("/v1/me/likes?limit=2&cursor=" + first.text("/next")).counts("/items", 1).says("/items/0/id", notes[0]);
}

TEST(like_note, a_hundred_at_once_are_a_hundred)
{
    Town town;
    auto ada = town.person("ada");
    const auto note = publishes(ada, "loved");
    std::vector<std::thread> crowd;
    for (int thread = 0; thread < 10; ++thread)
        crowd.emplace_back([&, thread] {
            for (int i = 0; i < 10; ++i) does(town, 1000 + thread * 10 + i, std::uint64_t(i), like_note, {id_of(note)});
        });
    for (auto& t : crowd) t.join();
    town.guest().get(page(note)).says("/counts/likes", 100);
}

TEST(like_note, a_storm_of_likes_and_unlikes_leaves_as_many_as_there_are_rows)
{
    Town town;
    auto ada = town.person("ada");
    const auto note = publishes(ada, "stormy");
    std::vector<std::thread> crowd;
    for (unsigned thread = 0; thread < 8; ++thread)
        crowd.emplace_back([&, thread] {
            std::mt19937 random(thread);
            for (int i = 0; i < 40; ++i) {
                const std::int64_t user = 1000 + random() % 5;   // few people, so that they meet
                if (random() % 2 == 0) does(town, user, random(), like_note, {id_of(note)});
                else does(town, user, random(), unlike_note, {id_of(note)});
                if (random() % 2 == 0) does(town, user, random(), collect_note, {id_of(note), {}});
                else does(town, user, random(), uncollect_note, {id_of(note)});
            }
        });
    for (auto& t : crowd) t.join();

    std::int64_t likes = 0, collects = 0;
    for (std::int64_t user = 1000; user < 1005; ++user) {
        jobs::read_now(town.world(), Who{UserId{user}, {}, 0}, [&](ReadCtx& ctx) {
            const auto home = store::find_home(ctx.tx, id_of(note));
            const auto mine = store::find_my_part(ctx.tx, UserId{user}, id_of(note), home->author);
            likes += mine.liked;
            collects += mine.collected;
        });
    }
    town.guest().get(page(note)).says("/counts/likes", likes).says("/counts/collects", collects);
    town.settles();
    const std::string bell = ada.get("/v1/notifications?group=reactions").is(200).response().body;
    EXPECT_EQ(bell.find(R"("what":"liked")") != std::string::npos, likes > 0) << bell;
}

TEST(collect_note, counts_once_and_is_taken_back_once)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "kept");
    for (int tap = 0; tap < 2; ++tap) bo.put(page(note) + "/collect").is(204);
    town.guest().get(page(note)).says("/counts/collects", 1);
    for (int tap = 0; tap < 2; ++tap) bo.del(page(note) + "/collect").is(204);
    town.guest().get(page(note)).says("/counts/collects", 0);
    bo.put(page("nte_0000000000001") + "/collect").is(404);
}

TEST(list_albums, shows_where_a_note_is_kept_and_strangers_only_what_is_open)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "kept");
    const auto album = bo.post("/v1/albums", R"({"name":"Autumn","open":true})").is(201).text("/id");
    bo.put(page(note) + "/collect").is(204);
    bo.put(page(note) + "/collect", R"({"album":")" + album + R"("})").is(204);
    bo.put(page(note) + "/collect").is(204);
    town.guest().get(page(note)).says("/counts/collects", 1);
    const auto albums = bo.get("/v1/users/" + bo.id() + "/albums").is(200).counts("", 2);
    albums.says("/0/name", "").says("/0/notes", 0).says("/1/notes", 1);
    ada.get("/v1/users/" + bo.id() + "/albums").counts("", 1).says("/0/id", album);
    ada.get("/v1/users/" + bo.id() + "/albums/" + album + "/notes").is(200).counts("/items", 1).says("/items/0/id", note);

    bo.del("/v1/albums/" + album).is(204);
    bo.get("/v1/users/" + bo.id() + "/albums").counts("", 1).says("/0/notes", 1);
    const auto default_album = bo.get("/v1/users/" + bo.id() + "/albums").text("/0/id");
    ada.get("/v1/users/" + bo.id() + "/albums/" + default_album + "/notes").is(404);
    bo.get("/v1/users/" + bo.id() + "/albums/" + default_album + "/notes").counts("/items", 1);
    bo.del("/v1/albums/" + default_album).is_refused("community.default_album_stays");
    bo.del(page(note) + "/collect").is(204);
    town.guest().get(page(note)).says("/counts/collects", 0);
    bo.get("/v1/users/" + bo.id() + "/albums").says("/0/notes", 0);
}

TEST(edit_album, is_for_its_owner)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto album = bo.post("/v1/albums", R"({"name":"Autumn"})").is(201).says("/open", "false").text("/id");
    ada.patch("/v1/albums/" + album, R"({"name":"Mine"})").is(404);
    ada.del("/v1/albums/" + album).is(404);
    bo.patch("/v1/albums/" + album, R"({"name":"Winter","open":true})").is(200).says("/name", "Winter").says("/open", "true");
    bo.put(page(publishes(ada, "note")) + "/collect", R"({"album":"alb_0000000000001"})").is(404);
}

TEST(share_note, gives_one_link_a_day_that_says_who_gave_it)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "shared");
    const auto token = bo.post(page(note) + "/shares").is(201).text("/token");
    bo.post(page(note) + "/shares").is(201).says("/token", token);
    town.guest().get(page(note)).says("/counts/shares", 1);
    town.guest().get("/v1/shares/" + token).is(200).says("/note", note).says("/sharer", bo.id());
    EXPECT_EQ(town.guest().get("/s/" + token).is(302).header("Location"), "/notes/" + note + "?share=" + token);
    town.clock().advance(std::chrono::hours{24});
    EXPECT_NE(bo.post(page(note) + "/shares").is(201).text("/token"), token);
    town.guest().get(page(note)).says("/counts/shares", 2);
    town.guest().get("/v1/shares/nothing-here").is(404);
}

TEST(record_views, count_once_however_often_they_are_told)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto open = publishes(ada, "open"), closed = publishes(ada, "closed", R"("visibility":"only_me")");
    const std::string batch = views_json({{"event-01", open}, {"event-02", open}, {"event-02", open}, {"event-03", closed}});
    bo.post("/v1/views", batch).is(200).says("/recorded", 2);
    bo.post("/v1/views", batch).is(200).says("/recorded", 0);
    town.guest().post("/v1/views", batch).is(200).says("/recorded", 2);   // another device calls its events what it likes
    town.guest().get(page(open)).says("/counts/views", 0);
    EXPECT_EQ(fold_views(town.world()), 4);
    EXPECT_EQ(fold_views(town.world()), 0);
    town.guest().get(page(open)).says("/counts/views", 4);
    town.guest().get(page(open)).says("/counts/read_rate", "1");
    bo.post("/v1/views", R"({"views":[]})").is(422);
}

TEST(record_views, single_views_are_forgotten_once_they_are_counted_and_old)
{
    Town town;
    auto ada = town.person("ada");
    const auto note = publishes(ada, "open");
    ada.post("/v1/views", views_json({{"event-01", note}})).is(200);
    town.clock().advance(std::chrono::hours{24 * 31});
    EXPECT_EQ(forget_old_views(town.world()), 0);   // not counted yet
    fold_views(town.world());
    ada.post("/v1/views", views_json({{"event-02", note}})).is(200);
    fold_views(town.world());
    EXPECT_EQ(forget_old_views(town.world()), 1);
    town.guest().get(page(note)).says("/counts/views", 2);
}

TEST(show_counts, adds_up_what_a_person_received_and_how_we_stand)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto first = publishes(ada, "first"), second = publishes(ada, "second");
    publishes(ada, "mine", R"("visibility":"only_me")");
    bo.put(page(first) + "/like").is(204);
    bo.put(page(second) + "/like").is(204);
    bo.put(page(second) + "/collect").is(204);
    bo.put("/v1/users/" + ada.id() + "/follow").is(204);
    town.settles();
    bo.get("/v1/users/" + ada.id() + "/counts").is(200).says("/followers", 1).says("/following", 0).says("/received", 3).says("/notes", 2)
        .says("/followed_by_me", "true").says("/follows_me", "false");
    ada.put("/v1/users/" + bo.id() + "/follow").is(204);
    bo.get("/v1/users/" + ada.id() + "/counts").says("/follows_me", "true");
    town.guest().get("/v1/users/usr_0000000000001/counts").is(404);
}

TEST(Block, parts_people_who_followed_each_other)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    testing::befriend(ada, bo);
    town.settles();
    ada.put("/v1/me/blocks/" + bo.id()).is(204);
    town.settles();
    town.guest().get("/v1/users/" + ada.id() + "/counts").says("/followers", 0).says("/following", 0);
    town.guest().get("/v1/users/" + bo.id() + "/counts").says("/followers", 0).says("/following", 0);
}

// Whoever may not see a note meets it nowhere, whatever the author, the friendships and the moderators did before.
TEST(Visibility, holds_on_every_surface_after_any_history)
{
    Town town;
    auto [ada, bo, cy, dan] = town.people("ada", "bo", "cy", "dan");
    const auto note = publishes(ada, "seen or not");
    const auto comment = bo.post(page(note) + "/comments", R"({"text":"a word"})").is(201).text("/id");
    for (Person* p : {&bo, &cy, &dan}) {
        p->put(page(note) + "/like").is(204);
        p->put(page(note) + "/collect").is(204);
    }
    testing::befriend(ada, bo);
    std::mt19937 random(20301111);
    std::string visibility = "public";
    bool hidden = false, friends = true, blocked = false;
    for (int step = 0; step < 60; ++step) {
        switch (random() % 4) {
            case 0:
                visibility = std::array{"public", "friends", "only_me"}[random() % 3];
                ada.put(page(note) + "/visibility", R"({"visibility":")" + visibility + R"("})").is(204);
                break;
            case 1:
                hidden = random() % 2 == 0;
                verdict(town, note, hidden);
                break;
            case 2:
                friends = random() % 2 == 0;
                if (friends) bo.put("/v1/users/" + ada.id() + "/follow").is(204);
                else bo.del("/v1/users/" + ada.id() + "/follow").is(204);
                break;
            default:
                blocked = random() % 2 == 0;
                if (blocked) ada.put("/v1/me/blocks/" + dan.id()).is(204);
                else ada.del("/v1/me/blocks/" + dan.id()).is(204);
        }
        town.settles();
        const bool everybody = visibility == "public" && !hidden;
        const auto check = [&](Person person, bool sees) {
            const int status = sees ? 200 : 404;
            person.get(page(note)).is(status);
            person.get(page(note) + "/comments").is(status);
            person.get("/v1/comments/" + comment + "/replies").is(status);
            if (person.token().empty()) return;
            person.get("/v1/me/likes").counts("/items", sees ? 1 : 0);
            const auto album = person.get("/v1/users/" + person.id() + "/albums").text("/0/id");
            person.get("/v1/users/" + person.id() + "/albums/" + album + "/notes").counts("/items", sees ? 1 : 0);
            person.put("/v1/comments/" + comment + "/like").is(sees ? 204 : 404);
            person.post(page(note) + "/shares").is(sees ? 201 : 404);
        };
        check(town.guest(), everybody);
        check(cy, everybody);
        check(dan, everybody && !blocked);
        check(bo, everybody || (visibility == "friends" && !hidden && friends));
        ada.get(page(note)).is(200);
        ASSERT_FALSE(::testing::Test::HasFailure()) << "after step " << step;
    }
}

}  // namespace meadow::community
