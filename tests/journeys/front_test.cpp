// What a browser and a monitor find beside the API.
#include "app/front.hpp"

#include <cstdio>
#include <fstream>

#include "app/metrics.hpp"
#include "support/town.hpp"

namespace meadow {
namespace {

class FrontTest : public ::testing::Test {
protected:
    Answer fetch(const std::string& target, const std::string& accept = "text/html", const std::string& encodings = "")
    {
        http::Request request;
        request.target = target;
        request.headers = {{"Accept", accept}, {"Accept-Encoding", encodings}};
        return town_.send(std::move(request));
    }
    void write(const std::string& path, const std::string& text)
    {
        const auto file = web_ / path;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }
    static std::string body_of(const Answer& answer)
    {
        const auto& r = answer.response();
        return r.shared_body ? *r.shared_body : r.body;
    }

    Town town_;
    const std::filesystem::path web_ = std::filesystem::path(town_.directory()) / "web";
};

}  // namespace

TEST_F(FrontTest, serves_the_app_and_lets_it_have_paths_of_its_own)
{
    write("apps/shop/dist/index.html", "<p>shop</p>");
    write("apps/shop/dist/assets/main-B5x_9QaZ.js", "plain");
    write("apps/shop/dist/assets/main-B5x_9QaZ.js.br", "packed");
    write("apps/console/dist/index.html", "<p>console</p>");
    const app::Front front(town_.meadow(), {.web = web_});

    EXPECT_EQ(body_of(fetch("/").is(200)), "<p>shop</p>");
    EXPECT_EQ(body_of(fetch("/cart").is(200)), "<p>shop</p>");
    EXPECT_EQ(body_of(fetch("/console/orders").is(200)), "<p>console</p>");
    EXPECT_EQ(fetch("/console").is(308).header("Location"), "/console/");
    fetch("/assets/gone.js").is(404);
    fetch("/cart", "application/json").is(404);
    fetch("/v1/nothing").is_refused("http.no_route");

    const auto script = fetch("/assets/main-B5x_9QaZ.js", "*/*", "gzip, br").is(200);
    EXPECT_EQ(body_of(script), "packed");
    EXPECT_EQ(script.header("Content-Encoding"), "br");
    EXPECT_NE(script.header("Cache-Control").find("immutable"), std::string::npos);
    EXPECT_EQ(body_of(fetch("/assets/main-B5x_9QaZ.js", "*/*", "gzip").is(200)), "plain");
    const auto index = fetch("/").is(200);
    EXPECT_EQ(index.header("Cache-Control"), "no-cache");
    EXPECT_EQ(index.header("Content-Security-Policy").find("unsafe"), std::string::npos);
    EXPECT_FALSE(index.header("Content-Security-Policy").empty());
}

TEST_F(FrontTest, without_a_web_app_says_so_and_leads_to_the_api)
{
    const app::Front front(town_.meadow(), {});
    EXPECT_NE(body_of(fetch("/").is(200)).find("href=\"/docs\""), std::string::npos);
    const std::string docs = body_of(fetch("/docs").is(200));
    EXPECT_NE(docs.find("/v1/users/{user}/follow"), std::string::npos);
    EXPECT_EQ(docs.find("<script"), std::string::npos);
    EXPECT_EQ(docs.find("style="), std::string::npos);
    EXPECT_NE(body_of(fetch("/problems").is(200)).find("id=\"base.not_found\""), std::string::npos);
    fetch("/openapi.json").is(200);
    EXPECT_EQ(body_of(fetch("/healthz").is(200)), "alive\n");
    EXPECT_EQ(body_of(fetch("/readyz").is(200)), "ready\n");
}

TEST_F(FrontTest, shows_its_figures_only_to_whom_it_may)
{
    const app::Front front(town_.meadow(), {.web = {}, .metrics_readers = {"192.0.2.7"}});
    fetch("/metrics").is(404);
}

TEST_F(FrontTest, speaks_the_language_of_prometheus)
{
    if (std::system("command -v promtool >/dev/null 2>&1") != 0) GTEST_SKIP() << "promtool is not installed (package prometheus)";
    const app::Front front(town_.meadow(), {});
    auto [ada, bo] = town_.people("ada", "bo");
    ada.put("/v1/users/" + bo.id() + "/follow").is(204);
    town_.settles();
    const std::string figures = body_of(fetch("/metrics").is(200));
    EXPECT_NE(figures.find("meadow_http_request_seconds_count{method=\"PUT\",route=\"/v1/users/{user}/follow\"} 1"), std::string::npos) << figures;
    FILE* const tool = popen("promtool check metrics 2>&1", "w");
    ASSERT_NE(tool, nullptr);
    std::fputs(figures.c_str(), tool);
    EXPECT_EQ(pclose(tool), 0) << figures;
}

}  // namespace meadow
