// Where the notes of a page come from, each with its true reason; what takes them off again.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "modules/discovery/engine/engine.hpp"

namespace meadow::discovery::engine {
namespace {

constexpr Instant start{1'900'000'000'000'000};

// A town where every note has had its trial and rests, so that only what ties it to a reader brings it back.
struct Quiet : ::testing::Test {
    Engine engine;
    Instant now = start;
    std::int64_t crowd = 1'000;

    void writes(std::int64_t note, std::int64_t author, const NoteLooks& looks = {}) { engine.note(now, NoteId{note}, UserId{author}, 7, looks); }
    // Strangers are shown it until its first verdict.
    void is_tried(std::int64_t note, bool well)
    {
        for (int i = 0; i < 16; ++i) {
            const UserId stranger{++crowd};
            engine.shown(now, stranger, {{Placed{NoteId{note}, Source::trial, 1, 0, 0.1, 0, {}}}, 1, {}});
            if (well && i % 2 == 0) engine.heard(now, stranger, NoteId{note}, Deed::click, Arrival::feed);
        }
        now = now + 1min;
        engine.advance(now);
    }
    const Placed* on_page(const Page& page, std::int64_t note) const
    {
        const auto found = std::find_if(page.notes.begin(), page.notes.end(), [&](const Placed& p) { return p.note == NoteId{note}; });
        return found == page.notes.end() ? nullptr : &*found;
    }
    Source source_of(std::int64_t note, UserId reader, const Asked& asked = {})
    {
        const Page page = engine.page(now, reader, 20, asked);
        const Placed* placed = on_page(page, note);
        EXPECT_NE(placed, nullptr) << note << " is not on the page";
        return placed == nullptr ? Source::random : placed->source;
    }
};

constexpr UserId bo{2}, cy{3};

}  // namespace

TEST_F(Quiet, every_step_says_what_it_left)
{
    writes(1, 9);
    const Page page = engine.page(now, bo, 5);
    ASSERT_EQ(page.trace.size(), page_steps().size());
    EXPECT_EQ(page.trace.front().step, "topics");
    EXPECT_EQ(page.trace.back().left, 1);
}

TEST_F(Quiet, what_somebody_one_follows_wrote_comes_with_that_reason)
{
    writes(1, 9);
    is_tried(1, false);
    EXPECT_EQ(source_of(1, bo), Source::latest);
    engine.follows(now, bo, UserId{9}, true);
    EXPECT_EQ(source_of(1, bo), Source::follow);
    engine.follows(now, bo, UserId{9}, false);
    EXPECT_EQ(source_of(1, bo), Source::latest);
}

TEST_F(Quiet, what_somebody_one_follows_liked_on_their_page_comes_with_that_reason)
{
    writes(1, 9);
    is_tried(1, false);
    engine.follows(now, bo, cy, true);
    engine.heard(now, cy, NoteId{1}, Deed::like, Arrival::link);
    EXPECT_EQ(source_of(1, bo), Source::latest) << "no page stands behind that like";
    engine.shown(now, cy, {{Placed{NoteId{1}, Source::latest, 1, 0, 0.1, 0, {}}}, 1, {}});
    engine.heard(now, cy, NoteId{1}, Deed::like, Arrival::feed);
    EXPECT_EQ(source_of(1, bo), Source::social);
}

TEST_F(Quiet, a_note_that_pins_what_one_looked_at_comes_with_that_reason)
{
    NoteLooks looks;
    looks.products = {ProductId{50}};
    writes(1, 9, looks);
    is_tried(1, false);
    engine.wants(now, bo, ProductId{50});
    engine.wants(now, bo, ProductId{51});   // no note pins it
    EXPECT_EQ(source_of(1, bo), Source::product);
    looks.products = {};
    writes(1, 9, looks);   // edited: pins nothing any more
    EXPECT_EQ(source_of(1, bo), Source::latest);
}

TEST_F(Quiet, a_note_about_a_place_comes_to_those_who_are_there)
{
    NoteLooks looks;
    looks.cell = 77;
    writes(1, 9, looks);
    is_tried(1, false);
    Asked here;
    here.near = {76, 77};
    EXPECT_EQ(source_of(1, bo, here), Source::nearby);
    here.near = {78};
    EXPECT_EQ(source_of(1, bo, here), Source::latest);
}

TEST_F(Quiet, what_the_editors_chose_comes_until_its_time_is_over)
{
    writes(1, 9);
    is_tried(1, false);
    engine.picked(now, NoteId{1}, now + 1h);
    EXPECT_EQ(source_of(1, bo), Source::pick);
    engine.picked(now, NoteId{1}, now);   // taken back
    EXPECT_EQ(source_of(1, bo), Source::latest);
    engine.picked(now, NoteId{1}, now + 1h);
    now = now + 1h;
    EXPECT_EQ(source_of(1, bo), Source::latest);
}

TEST_F(Quiet, of_nearly_the_same_texts_one_is_on_a_page)
{
    NoteLooks one, twin, other;
    one.print = 0b1111'0000;
    twin.print = 0b1111'0001;
    other.print = ~one.print;
    writes(1, 9, one);
    writes(2, 10, twin);
    writes(3, 11, other);
    for (const std::int64_t note : {1, 2, 3}) is_tried(note, true);
    now = now + 6min;   // their topic is ranked anew
    engine.advance(now);
    const Page page = engine.page(now, bo, 3);
    EXPECT_NE(on_page(page, 3), nullptr);
    EXPECT_NE(on_page(page, 1) != nullptr && on_page(page, 1)->source == Source::topic, on_page(page, 2) != nullptr && on_page(page, 2)->source == Source::topic);
}

TEST_F(Quiet, what_pins_only_what_cannot_be_bought_stands_lower_and_is_still_there)
{
    NoteLooks looks;
    looks.products = {ProductId{50}};
    writes(1, 9, looks);
    writes(2, 10);
    for (const std::int64_t note : {1, 2}) is_tried(note, false);
    engine.follows(now, bo, UserId{9}, true);
    engine.follows(now, bo, UserId{10}, true);
    const double before = on_page(engine.page(now, bo, 10), 1)->score;
    engine.stocked(now, ProductId{50}, false);
    EXPECT_NEAR(on_page(engine.page(now, bo, 10), 1)->score, before * engine.state().policy.sold_out, before * 0.01);
    engine.stocked(now, ProductId{50}, true);
    EXPECT_NEAR(on_page(engine.page(now, bo, 10), 1)->score, before, before * 0.01);
}

TEST_F(Quiet, what_is_hidden_is_on_no_page_and_a_paused_topic_is_like_any_other)
{
    writes(1, 9);
    EXPECT_EQ(engine.page(now, bo, 5, {{UserId{9}}, {}, {}, {}, {}, {}}).notes.size(), 0u);
    EXPECT_EQ(engine.page(now, bo, 5, {{}, {}, {7}, {}, {}, {}}).notes.size(), 0u);
    EXPECT_EQ(engine.page(now, bo, 5, {{UserId{8}}, {}, {6}, {}, {}, {}}).notes.size(), 1u);
    const TopicKey shoes = 8;
    engine.reader(now, bo, {&shoes, 1});
    const double stranger = engine.page(now, bo, 5).notes[0].expected;
    const double paused = engine.page(now, bo, 5, {{}, {}, {}, {7}, {}, {}}).notes[0].expected;
    EXPECT_GT(paused, stranger) << "as of somebody who named nothing";
}

TEST_F(Quiet, what_was_learned_of_a_reader_is_forgotten_when_they_say_so)
{
    writes(1, 9);
    engine.shown(now, bo, engine.page(now, bo, 1));
    engine.heard(now, bo, NoteId{1}, Deed::click, Arrival::feed);
    now = now + 1min;
    engine.advance(now);
    ASSERT_EQ(engine.state().find_reader(bo)->tastes.size(), 1u);
    engine.forgets(now, bo, TopicKey{7});
    EXPECT_TRUE(engine.state().find_reader(bo)->tastes.empty());
    const auto history = [&] { return engine.state().taste.history(engine.state().reader_numbers.at(bo.value)); };
    EXPECT_TRUE(history().empty()) << "or what goes with it would be suggested again";
    writes(2, 9);
    engine.heard(now, bo, NoteId{2}, Deed::click, Arrival::link);
    EXPECT_EQ(history().size(), 1u);
    engine.forgets(now, bo);
    EXPECT_TRUE(history().empty());
}

// What somebody searched for.
struct Searched : Quiet {
    void searches(UserId reader, std::vector<std::int64_t> notes, std::vector<ProductId> products = {})
    {
        std::vector<NoteId> ids;
        for (const std::int64_t note : notes) ids.push_back(NoteId{note});
        engine.searched(now, reader, ids, products);
    }
};

TEST_F(Searched, what_it_found_comes_with_that_reason_for_a_week)
{
    writes(1, 9);
    is_tried(1, false);
    searches(cy, {1, 77});   // 77: not known
    EXPECT_EQ(source_of(1, bo), Source::latest);
    EXPECT_EQ(source_of(1, cy), Source::search);
    engine.searched(now, bo, {}, {});
    EXPECT_EQ(source_of(1, bo), Source::latest);
    now = now + std::chrono::hours{24 * 6};
    engine.advance(now);
    EXPECT_EQ(source_of(1, cy), Source::search);
    now = now + std::chrono::hours{24 * 2};
    engine.advance(now);
    EXPECT_NE(source_of(1, cy), Source::search);
    EXPECT_TRUE(engine.state().find_reader(cy)->searches.empty());
}

TEST_F(Searched, notes_that_pin_goods_it_found_come_even_those_that_are_written_later)
{
    NoteLooks looks;
    looks.products = {ProductId{50}};
    writes(1, 9, looks);
    searches(bo, {}, {ProductId{50}, ProductId{51}});   // 51: pinned by nobody
    EXPECT_EQ(engine.state().products.size(), 1u);
    writes(2, 10, looks);
    for (const std::int64_t note : {1, 2}) is_tried(note, false);
    for (const std::int64_t note : {1, 2}) EXPECT_EQ(source_of(note, bo), Source::search);
    EXPECT_NE(source_of(1, cy), Source::search);
}

TEST_F(Searched, the_best_of_the_topic_it_was_about_comes_with_it)
{
    for (std::int64_t note = 1; note <= 3; ++note) engine.note(now, NoteId{note}, UserId{90 + note}, 7);
    for (std::int64_t note = 4; note <= 9; ++note) engine.note(now, NoteId{note}, UserId{90 + note}, TopicKey(20 + note));
    for (std::int64_t note = 10; note <= 12; ++note) engine.note(now, NoteId{note}, UserId{90 + note}, 0);   // in no topic
    for (std::int64_t note = 1; note <= 12; ++note) is_tried(note, true);
    now = now + 6min;   // the topics are ranked anew
    engine.advance(now);
    EXPECT_EQ(source_of(3, bo), Source::topic);
    searches(bo, {1, 2, 4});
    EXPECT_EQ(source_of(3, bo), Source::search) << "most of what was found stands in its topic";
    searches(cy, {1, 2, 4, 5});
    EXPECT_EQ(source_of(3, cy), Source::topic) << "half of it does not say what it was about";
    const UserId dan{4};
    searches(dan, {10, 11, 12});
    EXPECT_TRUE(engine.state().find_reader(dan)->searches.topics.empty()) << "no topic is none";
    Asked paused;
    paused.paused_topics = {7};
    EXPECT_EQ(source_of(3, bo, paused), Source::topic);
    EXPECT_EQ(source_of(1, bo, paused), Source::topic);
    EXPECT_EQ(source_of(4, bo, paused), Source::search);
}

TEST_F(Searched, its_topic_is_on_the_page_in_a_town_of_many)
{
    std::int64_t note = 0;
    for (TopicKey topic = 1; topic <= 80; ++topic) {
        ++note;
        engine.note(now, NoteId{note}, UserId{500 + note}, topic);
    }
    for (std::int64_t n = 1; n < note; ++n) is_tried(n, true);   // and the last one waits for its trial
    now = now + 2h;
    engine.advance(now);
    const auto trials = [&](UserId reader) {
        std::vector<NoteId> out;
        for (const Placed& placed : engine.page(now, reader, 40).notes)
            if (placed.source == Source::trial) out.push_back(placed.note);
        return out;
    };
    EXPECT_TRUE(trials(bo).empty()) << "its topic leads nowhere yet";
    searches(bo, {note});
    EXPECT_NE(on_page(engine.page(now, bo, 40), note), nullptr);
}

TEST_F(Searched, it_is_forgotten_with_its_topic_or_all_of_it_and_only_the_newest_few_are_kept)
{
    NoteLooks looks;
    looks.products = {ProductId{50}};
    writes(1, 9, looks);
    engine.note(now, NoteId{2}, UserId{9}, 8);
    searches(bo, {1, 2}, {ProductId{50}});
    engine.forgets(now, bo, TopicKey{7});
    const Searches& lately = engine.state().find_reader(bo)->searches;
    ASSERT_EQ(lately.notes.size(), 1u);
    EXPECT_EQ(engine.state().notes[lately.notes[0].which].id, NoteId{2});
    EXPECT_TRUE(lately.products.empty());
    EXPECT_TRUE(lately.topics.empty());
    engine.forgets(now, bo);
    EXPECT_TRUE(lately.empty());
    for (std::int64_t note = 10; note < 50; ++note) writes(note, note);
    for (std::int64_t note = 10; note < 50; note += 10) {
        std::vector<std::int64_t> ten(10);
        std::iota(ten.begin(), ten.end(), note);
        searches(bo, ten);
    }
    ASSERT_EQ(lately.notes.size(), Searches::most_notes);
    EXPECT_EQ(engine.state().notes[lately.notes.back().which].id, NoteId{40}) << "the first of the newest search is the last to go";
    EXPECT_EQ(engine.state().notes[lately.notes.front().which].id, NoteId{27});
}

TEST_F(Quiet, all_of_it_survives_a_snapshot)
{
    NoteLooks looks;
    looks.products = {ProductId{50}};
    looks.cell = 77;
    looks.print = 5;
    writes(1, 9, looks);
    engine.picked(now, NoteId{1}, now + 1h);
    engine.wants(now, bo, ProductId{50});
    const NoteId found{1};
    const ProductId goods{50};
    engine.searched(now, bo, {&found, 1}, {&goods, 1});
    is_tried(1, true);
    const std::string bytes = engine.snapshot();
    Engine again = Engine::from_snapshot(bytes);
    EXPECT_EQ(again.snapshot(), bytes);
    EXPECT_EQ(again.state().find_reader(bo)->searches.topics.size(), 1u);
    again.stocked(now, ProductId{50}, false);
    EXPECT_FALSE(again.state().products[0].on_sale);
    EXPECT_EQ(again.page(now, bo, 5, {{}, {}, {}, {}, {77}, {}}).notes.size(), 1u);
}

}  // namespace meadow::discovery::engine
