// Uploading pictures and videos, and what is served of them.
#include "modules/media/media.hpp"

#include <filesystem>

#include "blobs/covers.hpp"
#include "blobs/store.hpp"
#include "modules/media/items/sweep_orphans.hpp"
#include "modules/media/items/upload_media.hpp"
#include "support/film.hpp"
#include "support/market.hpp"

namespace meadow {

TEST(upload_media, keeps_a_picture_in_sizes_and_tells_what_a_page_needs_to_lay_it_out)
{
    Town town;
    auto ada = town.person("ada");
    const auto up = ada.upload("/v1/media", "image/jpeg", blobs::make_cover(7, 600, 400)).is(201);
    up.says("/kind", "image").says("/width", 600).says("/height", 400).says("/widths/0", 240).says("/widths/2", 600);
    town.guest().get("/v1/media/" + up.text("/id")).is(200).says("/key", up.text("/key"));
    town.guest().get("/v1/media/med_0000000000001").is_refused("base.not_found");  // show_media
}

TEST(serve_file, sends_what_was_stored_with_our_type_and_nothing_else)
{
    Town town;
    auto ada = town.person("ada");
    const std::string at = "/media/" + ada.upload("/v1/media", "image/jpeg", blobs::make_cover(7, 600, 400)).is(201).text("/key");
    const auto file = town.guest().get(at + "/240.webp").is(200);
    EXPECT_EQ(file.response().content_type, "image/webp");
    EXPECT_NE(file.header("Cache-Control").find("immutable"), std::string::npos);
    EXPECT_EQ(file.header("X-Content-Type-Options"), "nosniff");
    EXPECT_TRUE(std::filesystem::is_regular_file(file.response().file));
    town.guest().get(at + "/240.jpg").is(200);
    town.guest().get(at + "/999.jpg").is_refused("base.not_found");
    town.guest().get("/media/..%2f..%2fmeadow.db/240.jpg").is(404);
}

TEST(serve_file, finds_a_picture_by_its_id_in_the_nearest_width_there_is)
{
    Town town;
    const auto up = town.person("ada").upload("/v1/media", "image/jpeg", blobs::make_cover(7, 600, 400)).is(201);
    const auto by_key = [&](const char* name) { return town.guest().get("/media/" + up.text("/key") + "/" + name).is(200).response().file; };
    const auto by_id = [&](const char* name) { return town.guest().get("/media/" + up.text("/id") + "/" + name).is(200).response().file; };
    EXPECT_EQ(by_id("240.webp"), by_key("240.webp"));
    EXPECT_EQ(by_id("241.webp"), by_key("480.webp"));
    EXPECT_EQ(by_id("9999.jpg"), by_key("600.jpg"));
    town.guest().get("/media/med_0000000000001/240.webp").is_refused("base.not_found");
}

TEST(upload_media, shares_the_files_of_the_same_bytes_but_not_the_rows)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const std::string bytes = blobs::make_cover(7, 300, 300);
    const auto first = ada.upload("/v1/media", "image/jpeg", bytes).is(201);
    const auto files = blobs::Store(town.directory() + "/media").usage().files;
    const auto second = bo.upload("/v1/media", "image/jpeg", bytes).is(201);
    EXPECT_EQ(first.text("/key"), second.text("/key"));
    EXPECT_NE(first.text("/id"), second.text("/id"));
    EXPECT_EQ(blobs::Store(town.directory() + "/media").usage().files, files);

    const UserId owner{*parse_id(UserId::prefix(), ada.id())};
    jobs::write_in_lane(town.world(), {}, 0, [&](WriteCtx& ctx) {
        const MediaId hers{*parse_id(MediaId::prefix(), first.text("/id"))}, his{*parse_id(MediaId::prefix(), second.text("/id"))};
        EXPECT_TRUE(media::use(ctx.tx, owner, {hers, hers}));
        EXPECT_FALSE(media::use(ctx.tx, owner, {hers, his}));
        EXPECT_EQ(media::pictures(ctx.tx, {hers, his, MediaId{1}}).size(), 2u);
        return true;
    });
}

TEST(upload_media, believes_no_content_type)
{
    Town town;
    auto ada = town.person("ada");
    ada.upload("/v1/media", "image/png", "<html><script>alert(1)</script>").is_refused("media.not_an_image");
    ada.upload("/v1/media", "text/html", "<html>").is_refused("media.wrong_type");
    ada.upload("/v1/media", "video/mp4", blobs::make_cover(1, 64, 64)).is_refused("media.not_a_video");
    town.guest().upload("/v1/media", "image/jpeg", blobs::make_cover(1, 64, 64)).is(401);
}

TEST(upload_media, gives_a_video_the_cover_it_is_told_or_a_painted_one)
{
    Town town;
    auto [ada, bo] = town.people("ada", "bo");
    const std::string film = testing::film(720, 1280);
    const auto plain =
        ada.upload("/v1/media", "video/mp4", film).is(201).says("/kind", "video").says("/width", 720).says("/height", 1280);
    const auto video = town.guest().get("/media/" + plain.text("/key") + "/video.mp4").is(200);
    EXPECT_EQ(video.response().content_type, "video/mp4");
    town.guest().get("/media/" + plain.text("/key") + "/240.webp").is(200);

    const std::string cover = testing::picture(ada, 3);
    const auto covered = ada.upload("/v1/media?cover=" + cover, "video/mp4", film).is(201);
    EXPECT_NE(covered.text("/key"), plain.text("/key"));
    EXPECT_EQ(covered.text("/colour"), ada.get("/v1/media/" + cover).text("/colour"));
    bo.upload("/v1/media?cover=" + cover, "video/mp4", film).is_refused("media.unfit_cover");
    ada.upload("/v1/media?cover=" + cover, "image/jpeg", blobs::make_cover(1, 64, 64)).is(422).faults("?cover");
}

TEST(upload_media, stops_at_the_day_s_quota_and_starts_anew_the_next_day)
{
    Town town;
    auto ada = town.person("ada");
    town.sets("media.daily_uploads", "2");
    for (std::uint64_t seed = 0; seed < 2; ++seed) testing::picture(ada, seed);
    ada.upload("/v1/media", "image/jpeg", blobs::make_cover(9, 64, 64)).is_refused("media.over_quota");
    town.wait(24h);
    testing::picture(ada);
    town.sets("media.daily_bytes", "100");
    ada.upload("/v1/media", "image/jpeg", blobs::make_cover(9, 64, 64)).is_refused("media.over_quota");
}

TEST(sweep_orphans, removes_old_files_that_no_upload_names_and_no_others)
{
    Town town;
    auto ada = town.person("ada");
    town.sets("media.daily_uploads", "1");
    const std::string key = ada.upload("/v1/media", "image/jpeg", blobs::make_cover(1, 64, 64)).is(201).text("/key");
    ada.upload("/v1/media", "image/jpeg", blobs::make_cover(2, 64, 64)).is_refused("media.over_quota");
    const blobs::Store files(town.directory() + "/media");
    EXPECT_EQ(files.usage().files, 4u);
    const auto sweep = [&] {
        jobs::read_now(town.world(), {}, [](ReadCtx& ctx) {
            for (int shelf = 0; shelf < blobs::shelves; ++shelf) media::sweep_orphans(ctx, shelf);
        });
        return files.usage().files;
    };
    town.sets("media.orphan_age", "876000h");  // a hundred years: by the disk's own clock the files are new
    EXPECT_EQ(sweep(), 4u);
    town.sets("media.orphan_age", "24h");  // the town's clock stands in 2030
    EXPECT_EQ(sweep(), 2u);
    EXPECT_TRUE(std::filesystem::is_regular_file(town.guest().get("/media/" + key + "/64.webp").is(200).response().file));
}

}  // namespace meadow
