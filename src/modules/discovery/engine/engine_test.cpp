// What the engine promises, in crowds small enough to follow: the guarantee, honest evidence, the same answers again. make_page.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <sstream>

#include "base/json.hpp"
#include "modules/discovery/engine/replay.hpp"

namespace meadow::discovery::engine {
namespace {

// A small town that speaks the protocol: some notes are opened by everybody, the others by few.
class SmallTown {
public:
    explicit SmallTown(std::uint32_t seed) : random_(seed) {}

    std::string tell(const std::string& line) { lines.push_back(line); return replay.line(line).value_or(""); }
    void live(std::int64_t hours, int notes_an_hour, int pages_an_hour)
    {
        for (const std::int64_t end = now + hours * 3'600'000; now < end; now += 3'600'000 / pages_an_hour) {
            if (random_() % unsigned(pages_an_hour) < unsigned(notes_an_hour)) write(random_() % 10 == 0);
            read(random_() % 600);
        }
    }
    std::string write(bool good)
    {
        const std::string name = (good ? "good" : "plain") + std::to_string(written++);
        tell("note " + std::to_string(now) + " " + name + " a" + std::to_string(random_() % 40) + " t" + std::to_string(random_() % 3) + " 10");
        return name;
    }
    std::vector<std::string> read(std::uint32_t reader)
    {
        const std::string user = "u" + std::to_string(reader);
        if (readers.insert(user).second) tell("user " + std::to_string(now) + " " + user + " t" + std::to_string(reader % 3));
        std::istringstream page(tell("page " + std::to_string(now) + " " + user + " 8"));
        std::vector<std::string> notes;
        for (std::string note; page >> note;) {
            notes.push_back(note);
            EXPECT_TRUE(shown.insert(user + note).second) << note << " was shown twice to " << user;
            if (random_() % 100 >= (note.starts_with("good") ? 60u : 8u)) continue;
            tell("event " + std::to_string(now + 500) + " " + user + " " + note + " click feed");
            if (random_() % 3 == 0) tell("event " + std::to_string(now + 900) + " " + user + " " + note + " like feed");
        }
        return notes;
    }
    const Note& note(const std::string& name) const
    {
        const auto at = std::size_t(std::find(names().begin(), names().end(), name) - names().begin());
        return replay.engine().state().notes[at];
    }
    const std::vector<std::string>& names() const
    {
        names_.clear();
        for (const auto& line : lines)
            if (line.starts_with("note ")) {
                std::istringstream in(line);
                std::string word, at, name;
                in >> word >> at >> name;
                names_.push_back(name);
            }
        return names_;
    }

    Replay replay;
    std::int64_t now = 1'900'000'000'000;
    int written = 0;
    std::vector<std::string> lines;
    std::set<std::string> readers, shown;

private:
    std::mt19937 random_;
    mutable std::vector<std::string> names_;
};

}  // namespace

TEST(Engine, every_note_gets_its_guaranteed_views_and_the_good_ones_go_wider)
{
    SmallTown town(1);
    town.live(44, 6, 60);
    const Engine& engine = town.replay.engine();
    double good = 0, plain = 0, goods = 0, plains = 0;
    const auto& names = town.names();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Note& note = engine.state().notes[i];
        if (engine.state().now - note.born < 24h) continue;
        EXPECT_GE(note.views, 6u) << names[i];
        ASSERT_FALSE(note.verdicts.empty()) << names[i];
        (names[i].starts_with("good") ? good : plain) += note.views;
        (names[i].starts_with("good") ? goods : plains) += 1;
    }
    ASSERT_GT(goods, 5);
    EXPECT_GT(good / goods, 1.5 * plain / plains);
}

TEST(Engine, bought_likes_that_come_by_link_change_nothing)
{
    SmallTown honest(5), bribed(5);
    honest.live(3, 6, 60);
    bribed.live(3, 6, 60);
    const std::string note = bribed.write(false);
    ASSERT_EQ(honest.write(false), note);
    for (int i = 0; i < 500; ++i) {
        const std::string brusher = "event " + std::to_string(bribed.now) + " brusher" + std::to_string(i) + " " + note;
        honest.tell(brusher + " click link");   // the same people are known to both towns
        for (const char* deed : {" click link", " like link", " collect link", " follow link"}) bribed.tell(brusher + deed);
        bribed.tell(brusher + " comment feed");   // not even by claiming to have been served
    }
    honest.live(12, 6, 60);
    bribed.live(12, 6, 60);
    EXPECT_EQ(honest.note(note).views, bribed.note(note).views);
    EXPECT_EQ(honest.note(note).evidence.engagement, bribed.note(note).evidence.engagement);
    EXPECT_EQ(honest.note(note).rung, bribed.note(note).rung);
}

TEST(Engine, who_likes_much_that_nobody_showed_them_counts_for_less)
{
    Replay replay;
    replay.line("note 1000 n1 a t 0");
    for (int i = 0; i < 100; ++i) replay.line("event 2000 brusher n1 like link"), replay.line("event 2000 reader n1 click link");
    const Engine& engine = replay.engine();
    EXPECT_EQ(engine.state().find_reader(UserId{3})->weight({}), 1);   // who only opened links
    EXPECT_LT(engine.state().find_reader(UserId{2})->weight({}), 0.1);
}

TEST(Engine, who_stays_to_read_counts_once_much_less_than_who_likes_and_only_where_a_page_stands_behind_it)
{
    Engine engine;
    const Instant now{1'900'000'000'000'000};
    const NoteId note{1};
    engine.note(now, note, UserId{9}, 7);
    const UserId reads{2}, likes{3}, hastes{4}, claims{5};
    for (const UserId reader : {reads, likes, hastes}) engine.shown(now, reader, {{Placed{note, Source::trial, 1, 0, 0.1, 0, {}}}, 1, {}});
    for (const UserId reader : {reads, likes, hastes}) engine.heard(now, reader, note, Deed::click, Arrival::feed);
    const auto evidence = [&] { return engine.state().find_note(note)->evidence; };
    for (int twice = 0; twice < 2; ++twice) engine.heard(now, reads, note, Deed::read, Arrival::feed);
    EXPECT_EQ(evidence().engagement, micro(engine.state().policy.read));
    engine.heard(now, likes, note, Deed::like, Arrival::feed);
    EXPECT_EQ(evidence().engagement, micro(engine.state().policy.read + engine.state().policy.like));
    EXPECT_LT(engine.state().policy.read, engine.state().policy.like / 2);
    EXPECT_EQ(evidence().clicks, 3'000'000);
    engine.heard(now, claims, note, Deed::read, Arrival::feed);
    EXPECT_EQ(evidence().clicks, 3'000'000);
    EXPECT_EQ(evidence().engagement, micro(engine.state().policy.read + engine.state().policy.like)) << "nobody showed it to them";
    EXPECT_EQ(engine.state().find_reader(claims)->unbacked, 0u);
    EXPECT_EQ(engine.state().find_reader(reads)->backed, 1u) << "it lends their other deeds no weight";
    const Exposure* exposure = engine.state().find_reader(reads)->exposure(0);
    ASSERT_NE(exposure, nullptr);
    EXPECT_TRUE(exposure->did(Deed::read) && exposure->clicked() && exposure->counts() && exposure->trial());
    EXPECT_FALSE(exposure->engaged());
    EXPECT_EQ(exposure->match(), Match::unknown);
}

TEST(Engine, the_same_telling_makes_the_same_bytes)
{
    SmallTown town(3);
    town.live(12, 6, 60);
    Replay again;
    for (const auto& line : town.lines) again.line(line);
    EXPECT_EQ(again.engine().snapshot(), town.replay.engine().snapshot());
}

TEST(Engine, a_snapshot_goes_on_as_if_nothing_had_happened)
{
    SmallTown town(4);
    town.live(12, 6, 60);
    const Instant now = town.replay.engine().state().now;
    Engine first = Engine::from_snapshot(town.replay.engine().snapshot()), second = Engine::from_snapshot(first.snapshot());
    EXPECT_EQ(first.snapshot(), second.snapshot());
    for (int i = 0; i < 200; ++i) {
        const Instant at = now + Duration{i * 1'000'000};
        const UserId reader{3 + i % 20};
        const Page page = first.page(at, reader, 8), same = second.page(at, reader, 8);
        ASSERT_EQ(to_json(page.notes), to_json(same.notes));
        first.shown(at, reader, page);
        second.shown(at, reader, same);
        if (page.notes.empty()) continue;
        first.heard(at + 1s, reader, page.notes[0].note, Deed::click, Arrival::feed);
        second.heard(at + 1s, reader, page.notes[0].note, Deed::click, Arrival::feed);
    }
    EXPECT_EQ(first.snapshot(), second.snapshot());
    const std::string bytes = first.snapshot();
    EXPECT_THROW(Engine::from_snapshot(bytes.substr(0, bytes.size() / 2)), std::runtime_error);
    EXPECT_THROW(Engine::from_snapshot(bytes + "x"), std::runtime_error);
    EXPECT_THROW(Engine::from_snapshot("Meadow snapshot?"), std::runtime_error);
}

TEST(Engine, a_withdrawn_note_is_on_no_page_and_an_edited_one_gets_a_second_chance)
{
    Engine engine;
    Instant now{1'900'000'000'000'000};
    for (int i = 1; i <= 40; ++i) engine.note(now, NoteId{i}, UserId{900 + i}, 1);
    engine.withdrawn(now, NoteId{7});
    for (int reader = 1; reader <= 300; ++reader) {
        now = now + 10s;
        const Page page = engine.page(now, UserId{reader}, 10);
        engine.shown(now, UserId{reader}, page);
        for (const Placed& p : page.notes) {
            EXPECT_NE(p.note, NoteId{7});
            if (p.note == NoteId{3}) engine.heard(now + 1s, UserId{reader}, p.note, Deed::click, Arrival::feed);
        }
    }
    const auto resting = std::find_if(engine.state().notes.begin(), engine.state().notes.end(), [](const Note& n) { return n.rung == Rung::resting; });
    ASSERT_NE(resting, engine.state().notes.end());
    const NoteId id = resting->id;
    const auto before = resting->views;
    engine.edited(now, id);
    EXPECT_EQ(engine.state().find_note(id)->rung, Rung::trial);
    for (int reader = 1'000; reader < 1'020; ++reader) engine.shown(now, UserId{reader}, engine.page(now, UserId{reader}, 10));
    EXPECT_GT(engine.state().find_note(id)->views, before);
}

TEST(Replay, refuses_what_it_cannot_read)
{
    Replay replay;
    for (const char* bad : {"page", "page x u 5", "page 1 u", "page -1 u 5", "event 1 u n stare feed", "event 1 u n click door", "gossip 1 2"})
        EXPECT_THROW(replay.line(bad), std::runtime_error) << bad;
    EXPECT_FALSE(replay.line("").has_value());
    EXPECT_EQ(replay.line("page 5 nobody 10"), "");
    replay.line("end");
    EXPECT_TRUE(replay.ended());
}

}  // namespace meadow::discovery::engine
