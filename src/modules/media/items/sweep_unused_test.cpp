// What is swept of uploads, and what never is.
#include "modules/media/items/sweep_unused.hpp"

#include "blobs/covers.hpp"
#include "support/market.hpp"

namespace meadow {
namespace {

struct SweepUnused : ::testing::Test {
    Town town;
    Person ada = town.person("ada");

    void sweep()
    {
        town.settles();
        for (std::int64_t looked_at = 1; looked_at > 0;)
            jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) { return (looked_at = media::sweep_unused(ctx)) > 0; });
    }
    std::string uploads(std::uint64_t seed) { return testing::picture(ada, seed); }
    bool is_there(const std::string& id) { return town.guest().get("/v1/media/" + id).response().status == 200; }
};

}  // namespace

TEST_F(SweepUnused, what_nobody_used_within_a_day_goes_and_what_is_younger_stays)
{
    const std::string old = uploads(1);
    town.wait(23h);
    const std::string young = uploads(2);
    sweep();
    EXPECT_TRUE(is_there(old));
    town.wait(2h);
    sweep();
    EXPECT_FALSE(is_there(old));
    EXPECT_TRUE(is_there(young));
}

TEST_F(SweepUnused, whatever_was_ever_used_stays)
{
    const std::string noted = uploads(1), drafted = uploads(2), face = uploads(3), logo = uploads(4), goods = uploads(5), replaced = uploads(6);
    ada.post("/v1/notes", R"({"title":"Autumn","text":"","media":[")" + noted + R"("],"products":[]})").is(201);
    const auto draft = ada.post("/v1/drafts", R"({"title":"Later","text":"","media":[")" + drafted + R"("],"products":[]})").is(201);
    ada.patch("/v1/me", R"({"avatar":")" + face + R"("})").is(200);
    const std::string shop = testing::light_shop(ada, "Ada's");
    ada.patch("/v1/shops/" + shop, R"({"logo":")" + logo + R"("})").is(200);
    ada.post("/v1/shops/" + shop + "/products", R"({"product":)" + testing::product_json("Lipstick", goods, {{"红", yuan(99)}}) + "}").is(201);
    const std::string second = ada.post("/v1/notes", R"({"title":"Winter","text":"","media":[")" + replaced + R"("],"products":[]})").is(201).text("/id");
    ada.del("/v1/notes/" + second).is(204);
    town.wait(48h);
    sweep();
    for (const std::string& id : {noted, drafted, face, logo, goods, replaced}) EXPECT_TRUE(is_there(id)) << id;
}

TEST_F(SweepUnused, a_face_stays_also_when_its_news_was_not_heard)
{
    const std::string face = uploads(1);
    town.wait(25h);
    ada.patch("/v1/me", R"({"avatar":")" + face + R"("})").is(200);
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) { return media::sweep_unused(ctx) > 0; });
    EXPECT_TRUE(is_there(face));
}

TEST_F(SweepUnused, files_stay_as_long_as_one_upload_has_them)
{
    Person bo = town.person("bo");
    const std::string bytes = blobs::make_cover(7, 300, 300);
    const auto hers = ada.upload("/v1/media", "image/jpeg", bytes).is(201);
    const auto his = bo.upload("/v1/media", "image/jpeg", bytes).is(201);
    bo.post("/v1/notes", R"({"title":"Mine","text":"","media":[")" + his.text("/id") + R"("],"products":[]})").is(201);
    const std::string lonely = ada.upload("/v1/media", "image/jpeg", blobs::make_cover(8, 300, 300)).is(201).text("/key");
    town.wait(25h);
    sweep();
    EXPECT_FALSE(is_there(hers.text("/id")));
    town.guest().get("/media/" + his.text("/key") + "/240.webp").is(200);
    town.guest().get("/media/" + lonely + "/240.webp").is_refused("base.not_found");
}

TEST_F(SweepUnused, what_was_swept_can_be_used_no_more)
{
    const std::string late = uploads(1);
    town.wait(25h);
    sweep();
    ada.post("/v1/notes", R"({"title":"Too late","text":"","media":[")" + late + R"("],"products":[]})").is(422).faults("/media");
}

}  // namespace meadow
