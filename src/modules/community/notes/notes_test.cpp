// Notes: published, shown, scheduled, edited, withdrawn.
#include "modules/catalog/events.hpp"
#include "modules/community/community.hpp"
#include "modules/community/notes/store.hpp"
#include "support/gazette.hpp"
#include "support/market.hpp"

namespace meadow {

using testing::note_json;
using testing::publishes;
using testing::verdict;

namespace {

std::vector<community::PublicNote> in_public(Town& town, const std::vector<std::string>& ids)
{
    std::vector<NoteId> notes;
    for (const auto& id : ids) notes.push_back({*parse_id(NoteId::prefix(), id)});
    std::vector<community::PublicNote> out;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) { out = community::public_notes(ctx.tx, notes); });
    return out;
}

std::string page(const std::string& note) { return "/v1/notes/" + note; }

}  // namespace

TEST(publish_note, shows_pictures_marks_place_and_pinned_products_to_everybody)
{
    Town town;
    auto [ada, lin] = town.people("ada", "lin");
    const auto stall = testing::open_stall(lin, "Lin's", {{"红", yuan(99)}});
    const std::string first = testing::picture(ada, 1), second = testing::picture(ada, 2);
    const auto note = ada.post("/v1/notes", R"({"title":"秋日","text":"😀#口红# 谢谢@lin你好","media":[")" + first + R"(",")" + second +
                                                R"("],"products":[")" + stall.product +
                                                R"("],"place":{"name":"外滩","latitude":31.24,"longitude":121.49}})").is(201).text("/id");
    town.guest().get(page(note)).is(200)
        .says("/title", "秋日").says("/author/handle", "ada").says("/state", "published").says("/visibility", "public")
        .counts("/media", 2).says("/media/0/id", first).says("/media/1/id", second).says("/media/0/width", 64)
        .counts("/tags", 2).says("/tags/0/name", "口红").says("/tags/0/begin", 2).says("/tags/0/end", 6)
        .says("/tags/1/name", "lin").says("/tags/1/user", lin.id()).says("/tags/1/begin", 9).says("/tags/1/end", 13)
        .says("/place/name", "外滩").counts("/products", 1).says("/products/0/id", stall.product).says("/products/0/price_from", 9900)
        .says("/counts/likes", 0).says("/disclosed", "true");
    const auto open = in_public(town, {note});
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].topics, std::vector<std::string>{"口红"});
    EXPECT_EQ(open[0].latitude, 31.24);
    EXPECT_TRUE(open[0].disclosed);
}

TEST(publish_note, asks_for_a_picture_of_ones_own_and_products_that_exist)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    ada.post("/v1/notes", R"({"title":"bare","text":""})").is_refused("community.note_incomplete").faults("/media");
    ada.post("/v1/notes", R"({"title":"","text":"","media":[")" + testing::picture(ada) + R"("]})").is_refused("community.note_incomplete");
    ada.post("/v1/notes", note_json(bo, "stolen")).is(422).faults("/media");
    ada.post("/v1/notes", note_json(ada, "nothing", R"("products":["prd_0000000000001"])")).is(422).faults("/products");
    ada.post("/v1/notes", note_json(ada, std::string(41, 'x'))).is(422).faults("/title");
    town.guest().post("/v1/notes", "{}").is_refused("base.not_signed_in");
}

TEST(show_note, follows_every_change_of_its_visibility)
{
    Town town;
    auto [ada, bo, cy] = town.people("ada", "bo", "cy");
    testing::befriend(ada, bo);
    const auto note = publishes(ada, "for friends", R"("visibility":"friends")");
    bo.get(page(note)).is(200);
    cy.get(page(note)).is(404);
    town.guest().get(page(note)).is(404);
    EXPECT_TRUE(in_public(town, {note}).empty());

    ada.put(page(note) + "/visibility", R"({"visibility":"only_me"})").is(204);
    bo.get(page(note)).is(404);
    ada.get(page(note)).is(200);
    ada.put(page(note) + "/visibility", R"({"visibility":"public"})").is(204);
    town.guest().get(page(note)).is(200);
    EXPECT_EQ(in_public(town, {note}).size(), 1u);
    bo.put(page(note) + "/visibility", R"({"visibility":"only_me"})").is(404);
}

TEST(show_note, is_not_found_across_a_block)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "open");
    bo.get(page(note)).is(200);
    ada.put("/v1/me/blocks/" + bo.id()).is(204);
    bo.get(page(note)).is(404);
    bo.put(page(note) + "/like").is(404);
    bo.post(page(note) + "/comments", R"({"text":"hello"})").is(404);
    bo.put("/v1/users/" + ada.id() + "/follow").is(404);
    town.guest().get(page(note)).is(200);
}

TEST(show_note, tells_the_reader_what_they_have_done)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "open");
    bo.get(page(note)).says("/me/liked", "false").says("/me/collected", "false").says("/me/following", "false");
    bo.put(page(note) + "/like").is(204);
    bo.put(page(note) + "/collect").is(204);
    bo.put("/v1/users/" + ada.id() + "/follow").is(204);
    bo.get(page(note)).says("/me/liked", "true").says("/me/collected", "true").says("/me/following", "true");
    town.guest().get(page(note)).says("/me/liked", "false");
}

TEST(publish_note, at_a_later_time_appears_then_and_not_before)
{
    Town town{"2030-11-11 12:00"};
    auto ada = town.person("ada");
    const auto note = publishes(ada, "soon", R"("publish_at":"2030-11-11T13:00:00Z")");
    ada.get(page(note)).says("/state", "scheduled").says("/due_at", "2030-11-11T13:00:00.000Z");
    town.wait(59min);
    town.guest().get(page(note)).is(404);
    town.wait(1min);
    town.guest().get(page(note)).is(200).says("/published_at", "2030-11-11T13:00:00.000Z");
    ada.post("/v1/notes", note_json(ada, "past", R"("publish_at":"2030-11-11T12:00:00Z")")).is_refused("community.schedule_out_of_reach");
    ada.post("/v1/notes", note_json(ada, "far", R"("publish_at":"2031-11-11T12:00:00Z")")).is_refused("community.schedule_out_of_reach");
}

TEST(unschedule_note, keeps_the_old_timer_from_publishing)
{
    Town town{"2030-11-11 12:00"};
    auto ada = town.person("ada");
    const auto note = publishes(ada, "soon", R"("publish_at":"2030-11-11T13:00:00Z")");
    const auto draft = ada.del(page(note) + "/schedule").is(200);
    town.wait(2h);
    town.guest().get(page(note)).is(404);
    ada.get("/v1/me/notes?state=draft").counts("/items", 1);
    ada.post("/v1/drafts/" + note + "/publish", R"({"expected_version":)" + std::to_string(draft.number("/version")) + "}").is(200);
    town.guest().get(page(note)).is(200);
    ada.del(page(note) + "/schedule").is_refused("community.note_elsewhere");
}

TEST(save_draft, never_overwrites_what_another_device_saved)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto draft = ada.post("/v1/drafts", R"({"title":"","text":"first"})").is(201).text("/id");
    ada.put("/v1/drafts/" + draft, R"({"title":"phone","text":"","expected_version":1})").is(200).says("/version", 2);
    ada.put("/v1/drafts/" + draft, R"({"title":"laptop","text":"","expected_version":1})").is_refused("community.note_changed");
    ada.get(page(draft)).is(200).says("/title", "phone");
    bo.put("/v1/drafts/" + draft, R"({"title":"x","text":"","expected_version":2})").is(404);
    bo.get(page(draft)).is(404);
    ada.post("/v1/drafts/" + draft + "/publish", R"({"expected_version":2})").is_refused("community.note_incomplete");
    ada.post("/v1/drafts/" + draft + "/publish", R"({"expected_version":1})").is_refused("community.note_changed");
}

TEST(edit_note, keeps_what_it_said_before_for_its_author_alone)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "first");
    ada.put(page(note), note_json(ada, "second", R"("expected_version":1)")).is(200).says("/title", "second").says("/version", 2);
    ada.put(page(note), note_json(ada, "third", R"("expected_version":1)")).is_refused("community.note_changed");
    ada.put(page(note), note_json(ada, "third", R"("expected_version":2)")).is(200);
    const auto newest = ada.get(page(note) + "/history?limit=1").is(200).counts("/items", 1).says("/items/0/said/title", "second");
    ada.get(page(note) + "/history?limit=1&cursor=" + newest.text("/next")).counts("/items", 1).says("/items/0/said/title", "first");
    bo.get(page(note) + "/history").is(404);
    bo.put(page(note), note_json(bo, "mine", R"("expected_version":3)")).is(404);
    EXPECT_TRUE(town.guest().get(page(note)).json().has("/edited_at"));
}

TEST(delete_note, takes_it_from_everybody)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "gone");
    bo.del(page(note)).is(404);
    ada.del(page(note)).is(204);
    ada.get(page(note)).is(404);
    ada.get("/v1/me/notes").counts("/items", 0);
    EXPECT_TRUE(in_public(town, {note}).empty());
    ada.del(page(note)).is(404);
}

TEST(Verdict, hides_a_note_and_restores_it)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const auto note = publishes(ada, "disputed");
    verdict(town, note, true);
    bo.get(page(note)).is(404);
    ada.get(page(note)).is(200).says("/state", "hidden");
    EXPECT_TRUE(in_public(town, {note}).empty());
    ada.put(page(note) + "/visibility", R"({"visibility":"public"})").is(204);
    bo.get(page(note)).is(404);
    verdict(town, note, true);
    verdict(town, note, false);
    bo.get(page(note)).is(200);
    ada.del(page(note)).is(204);
    verdict(town, note, false);
    bo.get(page(note)).is(404);
}

TEST(compose, decides_the_disclosure_by_rule_or_by_hand)
{
    Town town;
    auto [ada, lin] = town.people("ada", "lin");
    const std::string shop = testing::light_shop(lin, "Lin's");
    const auto paying = testing::sells(lin, shop, "paying", {{"", yuan(9)}}, 500);
    const auto free = testing::sells(lin, shop, "free", {{"", yuan(9)}}, 0);
    const auto pins = [](const testing::Goods& goods) { return R"("products":[")" + goods.id + R"("])"; };

    town.guest().get(page(publishes(ada, "plain"))).says("/disclosed", "false");
    town.guest().get(page(publishes(ada, "paid", pins(paying)))).says("/disclosed", "true");
    town.guest().get(page(publishes(ada, "by hand", R"("advertises":true)"))).says("/disclosed", "true");
    town.guest().get(page(publishes(lin, "own shop", pins(free)))).says("/disclosed", "true");
    town.guest().get(page(publishes(ada, "unpaid", pins(free)))).says("/disclosed", "false");
}

TEST(compose, decides_the_disclosure_again_when_a_pinned_product_changes)
{
    Town town;
    auto [ada, lin] = town.people("ada", "lin");
    const auto stall = testing::open_stall(lin, "Lin's", {{"", yuan(9)}});
    const auto note = publishes(ada, "paid", R"("products":[")" + stall.product + R"("])");
    town.settles();
    const NoteId id{*parse_id(NoteId::prefix(), note)};
    // As if it had been written while the merchant paid nothing.
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
        const auto author = community::note_author(ctx.tx, id);
        EXPECT_TRUE(community::store::set_rule_disclosure(ctx.tx, *author, id, false));
        ctx.tell(catalog::ProductListed{{*parse_id(ShopId::prefix(), stall.shop)}, {*parse_id(ProductId::prefix(), stall.product)}});
        return true;
    });
    town.guest().get(page(note)).says("/disclosed", "false");
    town.settles();
    town.guest().get(page(note)).says("/disclosed", "true");
}

TEST(list_own_notes, pages_through_all_states)
{
    Town town;
    auto ada = town.person("ada");
    for (int i = 0; i < 3; ++i) publishes(ada, "note" + std::to_string(i));
    ada.post("/v1/drafts", R"({"title":"later","text":""})").is(201);
    const auto first = ada.get("/v1/me/notes?limit=3").is(200).counts("/items", 3).says("/items/0/title", "later");
    ada.get("/v1/me/notes?limit=3&cursor=" + first.text("/next")).counts("/items", 1).says("/items/0/title", "note0");
    ada.get("/v1/me/notes?state=published").counts("/items", 3);
    EXPECT_TRUE(ada.get("/v1/me/notes").json().has("/items/1/cover/width"));
}

TEST(public_notes_after, walks_all_public_notes_in_order)
{
    Town town;
    auto ada = town.person("ada");
    std::vector<std::string> open;
    for (int i = 0; i < 4; ++i) open.push_back(publishes(ada, "n", i == 2 ? R"("visibility":"only_me")" : ""));
    std::vector<std::string> seen;
    jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
        for (NoteId after;;) {
            const auto some = community::public_notes_after(ctx.tx, after, 2);
            for (const auto& note : some) seen.push_back(text(note.id));
            if (some.empty()) break;
            after = some.back().id;
        }
        EXPECT_EQ(community::note_author(ctx.tx, NoteId{*parse_id("nte", open[2])}).has_value(), true);
        EXPECT_FALSE(community::note_author(ctx.tx, NoteId{1}).has_value());
    });
    EXPECT_EQ(seen, (std::vector<std::string>{open[0], open[1], open[3]}));
}

}  // namespace meadow
