// Comments on two levels, their likes and their counters.
#include <random>
#include <thread>

#include "modules/community/comments/model.hpp"
#include "modules/community/comments/write_comment.hpp"
#include "support/gazette.hpp"

namespace meadow::community {

using testing::publishes;
using testing::verdict;

namespace {

std::string page(const std::string& note) { return "/v1/notes/" + note; }

std::string says(Person& person, const std::string& note, const std::string& words, const std::string& answers = "")
{
    const std::string to = answers.empty() ? "" : R"(,"answers":")" + answers + R"(")";
    return person.post(page(note) + "/comments", R"({"text":")" + words + R"(")" + to + "}").is(201).text("/id");
}

}  // namespace

TEST(CommentMoves, nothing_leaves_deletion)
{
    for (const EnumName& to : describe<CommentState>().names) EXPECT_FALSE(may_move(CommentState::deleted, CommentState(to.value)));
    EXPECT_TRUE(may_move(CommentState::hidden, CommentState::shown));
}

TEST(write_comment, stands_on_the_note_and_replies_stand_beside_each_other)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "talk"), other = publishes(ada, "other");
    const auto root = says(bo, note, "谢谢 @cy");
    const auto reply = says(cy, note, "welcome", root);
    const auto answer = says(ada, note, "indeed", reply);
    town.guest().get(page(note) + "/comments").is(200).counts("/items", 1).says("/items/0/id", root).says("/items/0/replies", 2)
        .says("/items/0/tags/0/user", cy.id()).says("/items/0/by/handle", "bo");
    town.guest().get("/v1/comments/" + root + "/replies").is(200).counts("/items", 2).says("/items/0/id", reply).says("/items/1/id", answer)
        .says("/items/1/root", root).says("/items/1/answers/handle", "cy").says("/items/1/by_author", "true");
    town.guest().get(page(note)).says("/counts/comments", 3);
    bo.post(page(other) + "/comments", R"({"text":"lost","answers":")" + root + R"("})").is(404);
    bo.post(page(note) + "/comments", R"({"text":""})").is(422).faults("/text");
    town.guest().post(page(note) + "/comments", R"({"text":"hi"})").is(401);
}

TEST(delete_comment, is_for_its_writer_and_the_author_and_takes_its_replies_along)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "talk");
    const auto root = says(bo, note, "root");
    const auto reply = says(cy, note, "reply", root), second = says(cy, note, "second", root);
    bo.del("/v1/comments/" + reply).is_refused("base.not_allowed");
    cy.del("/v1/comments/" + second).is(204);
    town.guest().get(page(note)).says("/counts/comments", 2);
    cy.del("/v1/comments/" + second).is(404);
    ada.del("/v1/comments/" + root).is(204);
    town.guest().get(page(note)).says("/counts/comments", 0);
    town.guest().get(page(note) + "/comments").counts("/items", 0);
    town.guest().get("/v1/comments/" + root + "/replies").is(404);
    cy.del("/v1/comments/" + reply).is(204);
    town.guest().get(page(note)).says("/counts/comments", 0);
    cy.post(page(note) + "/comments", R"({"text":"late","answers":")" + root + R"("})").is(404);
}

TEST(Verdict, on_a_comment_hides_its_thread_and_restores_what_is_left_of_it)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "talk");
    const auto root = says(bo, note, "root");
    const auto first = says(cy, note, "first", root), second = says(cy, note, "second", root);
    verdict(town, root, true);
    town.guest().get(page(note)).says("/counts/comments", 0);
    cy.del("/v1/comments/" + first).is(204);
    verdict(town, second, true);
    town.guest().get(page(note)).says("/counts/comments", 0);
    verdict(town, root, false);
    town.guest().get(page(note)).says("/counts/comments", 1);
    verdict(town, second, false);
    town.guest().get(page(note)).says("/counts/comments", 2);
    town.guest().get("/v1/comments/" + root + "/replies").counts("/items", 1).says("/items/0/id", second);
}

TEST(like_comment, counts_once_and_orders_the_list)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "talk");
    const auto first = says(bo, note, "first"), second = says(bo, note, "second"), third = says(bo, note, "third");
    for (int tap = 0; tap < 2; ++tap) cy.put("/v1/comments/" + first + "/like").is(204);
    ada.put("/v1/comments/" + first + "/like").is(204);
    ada.put("/v1/comments/" + third + "/like").is(204);
    const auto top = cy.get(page(note) + "/comments?order=likes&limit=2").is(200).says("/items/0/id", first).says("/items/1/id", third);
    top.says("/items/0/likes", 2).says("/items/0/liked", "true").says("/items/1/liked", "false");
    cy.get(page(note) + "/comments?order=likes&limit=2&cursor=" + top.text("/next")).counts("/items", 1).says("/items/0/id", second);
    cy.get(page(note) + "/comments").says("/items/0/id", third).says("/items/2/id", first);
    for (int tap = 0; tap < 2; ++tap) cy.del("/v1/comments/" + first + "/like").is(204);
    cy.get(page(note) + "/comments?order=likes").says("/items/0/likes", 1);
}

TEST(list_comments, leaves_out_people_one_blocks)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    const auto note = publishes(ada, "talk");
    says(bo, note, "noise");
    cy.put("/v1/me/blocks/" + bo.id()).is(204);
    cy.get(page(note) + "/comments").counts("/items", 0);
    ada.get(page(note) + "/comments").counts("/items", 1);
}

TEST(list_replies, are_paged_from_the_oldest_on)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "talk");
    const auto root = says(bo, note, "root");
    std::vector<std::string> replies;
    for (int i = 0; i < 3; ++i) replies.push_back(says(ada, note, "reply", root));
    const auto first = bo.get("/v1/comments/" + root + "/replies?limit=2").counts("/items", 2).says("/items/0/id", replies[0]);
    says(ada, note, "late", root);
    bo.get("/v1/comments/" + root + "/replies?limit=5&cursor=" + first.text("/next")).counts("/items", 2).says("/items/0/id", replies[2]);
}

TEST(write_comment, many_at_once_are_all_counted)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "crowded");
    const auto root = says(bo, note, "root");
    const Who who{UserId{*parse_id(UserId::prefix(), bo.id())}, {}, 0};
    WriteComment in;
    in.note = NoteId{*parse_id(NoteId::prefix(), note)};
    in.text = "me too";
    in.answers = CommentId{*parse_id(CommentId::prefix(), root)};
    std::vector<std::thread> crowd;
    for (int thread = 0; thread < 8; ++thread)
        crowd.emplace_back([&, thread] {
            for (int i = 0; i < 8; ++i) {
                const auto written = jobs::write_now<CommentCard>(town.world(), who, std::uint64_t(thread), [&](WriteCtx& ctx) { return write_comment(ctx, in); });
                EXPECT_TRUE(written.ok());
            }
        });
    for (auto& t : crowd) t.join();
    town.guest().get(page(note)).says("/counts/comments", 65);
    town.guest().get(page(note) + "/comments").says("/items/0/replies", 64);
}

}  // namespace meadow::community
