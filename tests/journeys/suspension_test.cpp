// A suspended person is shown nowhere, and neither is what they wrote.
#include "modules/community/community.hpp"
#include "support/market.hpp"

namespace meadow::testing {
namespace {

struct Suspension : ::testing::Test {
    Town town;
    Person ada = town.person("ada");
    Person bo = town.person("bo");
    Person mo = town.person_with_role("mo", Role::moderator);
    const std::string note = ada.post("/v1/notes", R"({"title":"秋日口红","text":"#口红#","media":[")" + picture(ada) + R"("]})").is(201).text("/id");

    Suspension()
    {
        bo.put("/v1/notes/" + note + "/like").is(204);
        bo.put("/v1/users/" + ada.id() + "/follow").is(204);
        town.settles();
    }
    void decides(const std::string& decision)
    {
        mo.post("/v1/verdicts", R"({"subject":")" + ada.id() + R"(","decision":")" + decision + R"(","reason":"spam"})").is(204);
        town.settles();
        town.wait(1min);  // pages that were read a moment ago are kept for some seconds
    }
    std::size_t public_notes()
    {
        std::size_t out = 0;
        jobs::read_now(town.world(), {}, [&](ReadCtx& ctx) {
            out = community::public_notes(ctx.tx, {id_in<NoteId>(note)}).size() + community::public_notes_after(ctx.tx, {}, 10).size();
        });
        return out;
    }
    // Every list a note can be found in.
    void found_everywhere(bool found)
    {
        for (const std::string& list : {std::string("/v1/feed/latest"), std::string("/v1/search/notes?q=口红"), "/v1/topics/口红/notes" + std::string(),
                                        "/v1/users/" + ada.id() + "/notes"}) {
            const Answer answer = town.guest().get(list);
            EXPECT_EQ(answer.response().body.find(note) != std::string::npos, found) << list << " " << answer.response().body;
        }
        for (const std::string& list : {std::string("/v1/feed/following"), std::string("/v1/me/likes")}) {
            const Answer answer = bo.get(list);
            EXPECT_EQ(answer.response().body.find(note) != std::string::npos, found) << list << " " << answer.response().body;
        }
        town.guest().get("/v1/notes/" + note).is(found ? 200 : 404);
        EXPECT_EQ(public_notes(), found ? 2u : 0u);
    }
};

}  // namespace

TEST_F(Suspension, hides_what_the_author_wrote_and_its_end_brings_it_back)
{
    found_everywhere(true);
    decides("hide");
    found_everywhere(false);
    decides("restore");
    found_everywhere(true);
}

}  // namespace meadow::testing
