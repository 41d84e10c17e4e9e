#include "modules/discovery/diary/quick.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/json.hpp"

namespace meadow::discovery {
namespace {

PageEntry any_page(std::mt19937& random)
{
    const auto real = [&] { return double(random()) / double(1 + random() % 1'000'000) * (random() % 9 == 0 ? 1e-9 : 1); };
    PageEntry page{std::int64_t(random() % 1'000), {}};
    for (std::size_t left = random() % 30; left > 0; --left) {
        engine::Placed placed{NoteId{1 + std::int64_t(random())}, engine::Source(random() % 10), real(), -real(), real(), std::int64_t(random() % 10)};
        if (random() % 2 == 0) placed.chance = real();
        page.notes.push_back(placed);
    }
    return page;
}

}  // namespace

TEST(QuickReading, reads_what_is_written_as_the_reader_of_any_json_does)
{
    std::mt19937 random(11);
    for (int i = 0; i < 500; ++i) {
        const std::string json = to_json(any_page(random));
        PageEntry page;
        ASSERT_TRUE(quick::read(json, page)) << json;
        ASSERT_EQ(to_json(page), json);
        ASSERT_EQ(to_json(*from_json<PageEntry>(json)), json);
    }
    for (int deed = 0; deed < 10; ++deed) {
        for (const DeedEntry& said : {DeedEntry{NoteId{77}, engine::Deed(deed)}, DeedEntry{NoteId{77}, engine::Deed(deed), Surface::related, 12},
                                      DeedEntry{NoteId{77}, engine::Deed(deed), {}, 3}}) {
            const std::string json = to_json(said);
            DeedEntry entry;
            ASSERT_TRUE(quick::read(json, entry)) << json;
            EXPECT_EQ(to_json(entry), json);
        }
    }
}

TEST(QuickReading, leaves_everything_else_and_what_is_damaged_to_the_other)
{
    std::mt19937 random(12);
    PageEntry page = any_page(random);
    while (page.notes.empty()) page = any_page(random);
    const std::string json = to_json(page);
    PageEntry out;
    for (std::size_t end = 0; end < json.size(); ++end) ASSERT_FALSE(quick::read(json.substr(0, end), out)) << end;
    EXPECT_FALSE(quick::read(json + " ", out));
    EXPECT_FALSE(quick::read(R"({"notes":[],"policy":1})", out));
    EXPECT_FALSE(quick::read(R"({"policy":inf,"notes":[]})", out));
    DeedEntry deed;
    EXPECT_FALSE(quick::read(R"({"note":"nte_0000000000002","deed":"cli\u0063k"})", deed));
    EXPECT_FALSE(quick::read(R"({"note":"prd_0000000000002","deed":"click"})", deed));
    EXPECT_FALSE(quick::read(R"({"note":"nte_0000000000002","deed":"stare"})", deed));
    const auto other = telling_of({}, {}, EntryKind::deed, R"({ "deed": "click", "note": "nte_0000000000002" })");   // another writer's
    EXPECT_EQ(std::get<DeedEntry>(other.body).note, NoteId{2});
    EXPECT_TRUE(std::holds_alternative<std::monostate>(telling_of({}, {}, EntryKind::deed, R"({"note":)").body));
}

}  // namespace meadow::discovery
