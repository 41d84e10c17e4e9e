// What people are told, how much of it is unread, and live.
#include "jobs/store.hpp"
#include "modules/community/notifications/hub.hpp"
#include "modules/community/notifications/notify.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"

namespace meadow::community {

using testing::publishes;

namespace {

std::string page(const std::string& note) { return "/v1/notes/" + note; }

class Ear final : public http::EventStream {
public:
    bool send(std::string_view event, std::string_view data) override
    {
        if (deaf) return false;
        heard.push_back(std::string(event) + " " + std::string(data));
        return true;
    }
    std::vector<std::string> heard;
    bool deaf = false;
};

}  // namespace

TEST(Notifications, gather_who_liked_a_note_and_shrink_when_they_take_it_back)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "loved");
    bo.put(page(note) + "/like").is(204);
    cy.put(page(note) + "/like").is(204);
    ada.put(page(note) + "/like").is(204);   // nobody hears of their own doings
    town.settles();
    ada.get("/v1/notifications").is(200).counts("/items", 1).says("/items/0/what", "liked").says("/items/0/people", 2)
        .says("/items/0/by/handle", "cy").says("/items/0/note/id", note).says("/items/0/unread", "true").says("/items/0/group", "reactions");
    ada.get("/v1/notifications/unread").says("/total", 1).says("/reactions", 1);
    cy.del(page(note) + "/like").is(204);
    town.settles();
    ada.get("/v1/notifications").says("/items/0/people", 1).says("/items/0/by/handle", "bo");
    bo.del(page(note) + "/like").is(204);
    town.settles();
    ada.get("/v1/notifications").counts("/items", 0);
}

TEST(Notifications, once_read_come_back_with_the_next_person)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "loved");
    bo.put(page(note) + "/collect").is(204);
    bo.put("/v1/users/" + ada.id() + "/follow").is(204);
    town.settles();
    ada.get("/v1/notifications/unread").says("/total", 2).says("/follows", 1);
    ada.post("/v1/notifications/read", R"({"group":"reactions"})").is(204);
    ada.get("/v1/notifications/unread").says("/total", 1).says("/reactions", 0);
    cy.put(page(note) + "/collect").is(204);
    town.settles();
    ada.get("/v1/notifications?group=reactions").counts("/items", 1).says("/items/0/people", 2).says("/items/0/unread", "true");
    ada.post("/v1/notifications/read").is(204);
    ada.get("/v1/notifications/unread").says("/total", 0);
    ada.get("/v1/notifications").counts("/items", 2).says("/items/0/unread", "false");
}

TEST(Notifications, are_forgotten_long_after_they_were_read)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "old"), unread = publishes(ada, "unread");
    bo.put(page(note) + "/like").is(204);
    town.settles();
    ada.post("/v1/notifications/read").is(204);
    bo.put(page(unread) + "/collect").is(204);
    town.settles();
    ada.get("/v1/notifications").counts("/items", 2);
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
        jobs::store::put_setting(ctx.tx, {"community.keep_notifications", town.now(), "48h", {}, town.now()});
        return true;
    });
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { town.world().settings.load(ctx.tx); });
    town.clock().advance(std::chrono::hours{47});
    ada.post("/v1/notifications/read", R"({"group":"orders"})").is(204);
    ada.get("/v1/notifications").counts("/items", 2);
    town.clock().advance(std::chrono::hours{2});
    ada.post("/v1/notifications/read", R"({"group":"orders"})").is(204);
    ada.get("/v1/notifications").counts("/items", 1).says("/items/0/what", "collected");
}

TEST(Notifications, tell_of_comments_replies_and_mentions_once_each)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "talk");
    const auto root = bo.post(page(note) + "/comments", R"({"text":"well, @cy"})").is(201).text("/id");
    ada.post(page(note) + "/comments", R"({"text":"yes @bo","answers":")" + root + R"("})").is(201);
    town.settles();
    ada.get("/v1/notifications?group=comments").counts("/items", 1).says("/items/0/what", "commented").says("/items/0/comment", "well, @cy")
        .says("/items/0/note/id", note);
    cy.get("/v1/notifications").counts("/items", 1).says("/items/0/what", "mentioned").says("/items/0/about", root);
    bo.get("/v1/notifications").counts("/items", 1).says("/items/0/what", "replied");
    testing::verdict(town, root, true);
    EXPECT_FALSE(cy.get("/v1/notifications").json().has("/items/0/comment"));
}

TEST(Notifications, a_mention_reaches_only_who_may_see_the_note)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    testing::befriend(ada, bo);
    ada.post("/v1/notes", R"({"title":"for friends","text":"@bo @cy","visibility":"friends","media":[")" + testing::picture(ada) + R"("]})").is(201);
    town.settles();
    bo.get("/v1/notifications?group=comments").counts("/items", 1).says("/items/0/what", "mentioned");
    cy.get("/v1/notifications").counts("/items", 0);
}

TEST(list_notifications, all_groups_are_merged_by_time_and_paged)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "busy");
    bo.put(page(note) + "/like").is(204);
    town.wait(1s);
    bo.put("/v1/users/" + ada.id() + "/follow").is(204);
    town.wait(1s);
    cy.post(page(note) + "/comments", R"({"text":"hm"})").is(201);
    town.wait(1s);
    const auto first = ada.get("/v1/notifications?limit=2").counts("/items", 2).says("/items/0/what", "commented").says("/items/1/what", "followed");
    ada.get("/v1/notifications?limit=2&cursor=" + first.text("/next")).counts("/items", 1).says("/items/0/what", "liked");
}

TEST(notify, happens_once_for_a_key)
{
    Town town;
    auto ada = town.person("ada");
    const UserId user{*parse_id(UserId::prefix(), ada.id())};
    for (int times = 0; times < 2; ++times)
        jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
            notify(ctx, user, NotificationGroup::orders, "shipped:pcl_1", "shipped", "ord_0000000000001");
            return true;
        });
    ada.get("/v1/notifications?group=orders").counts("/items", 1).says("/items/0/what", "shipped").says("/items/0/about", "ord_0000000000001");
    EXPECT_FALSE(ada.get("/v1/notifications").json().has("/items/0/by"));
}

TEST(stream_notifications, rings_the_bell_as_soon_as_there_is_something_new)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "live");
    town.settles();   // following begins with what is told from now on
    const auto answer = ada.get("/v1/notifications/stream").is(200);
    ASSERT_TRUE(answer.response().stream);
    const auto ear = std::make_shared<Ear>();
    answer.response().stream(ear);
    bo.put(page(note) + "/like").is(204);
    cy.put(page(note) + "/like").is(204);   // still unread: no number grows
    town.settles();
    ASSERT_EQ(ear->heard.size(), 2u);
    EXPECT_EQ(ear->heard[0], "open {}");
    EXPECT_EQ(ear->heard[1], R"(notified {"group":"reactions","what":"liked","about":")" + note + R"("})");
    town.guest().get("/v1/notifications/stream").is(401);
}

TEST(NotificationHub, bounds_the_streams_of_a_person_and_forgets_who_left)
{
    NotificationHub hub;
    std::vector<std::shared_ptr<Ear>> ears;
    for (std::size_t i = 0; i < NotificationHub::streams_a_person; ++i) {
        EXPECT_TRUE(hub.has_room(UserId{1}));
        hub.join(UserId{1}, ears.emplace_back(std::make_shared<Ear>()));
    }
    EXPECT_FALSE(hub.has_room(UserId{1}));
    EXPECT_TRUE(hub.has_room(UserId{2}));
    hub.join(UserId{1}, std::make_shared<Ear>());
    EXPECT_EQ(hub.open(), NotificationHub::streams_a_person);
    ears.pop_back();                 // its connection ended
    EXPECT_TRUE(hub.has_room(UserId{1}));
    ears.front()->deaf = true;       // its client reads no more
    hub.send(UserId{1}, "notified", "{}");
    EXPECT_EQ(hub.open(), NotificationHub::streams_a_person - 2);
    EXPECT_EQ(ears[1]->heard, std::vector<std::string>{"notified {}"});
}

}  // namespace meadow::community
