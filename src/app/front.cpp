#include "app/front.hpp"

#include <algorithm>

#include "app/metrics.hpp"
#include "http/openapi.hpp"
#include "http/pages.hpp"

namespace meadow::app {
namespace {

constexpr std::string_view html = "text/html; charset=utf-8";

http::Response plain(std::string_view content_type, std::string body)
{
    http::Response out;
    out.content_type = content_type;
    out.body = std::move(body);
    out.headers.push_back({"Cache-Control", "no-store"});
    return out;
}

}  // namespace

Front::Front(Meadow& meadow, FrontOptions options) : meadow_(meadow), options_(std::move(options))
{
    const auto& routes = meadow.router().routes();
    statics_.add_page("/openapi.json", "application/json", http::openapi_of(routes).json);
    statics_.add_page("/docs", html, http::api_page(routes));
    statics_.add_page("/docs/style.css", "text/css; charset=utf-8", std::string(http::page_style));
    statics_.add_page("/problems", html, http::problems_page());
    statics_.add_page("/reset-password", html, http::reset_password_page());
    statics_.add_page("/reset-password.js", "text/javascript; charset=utf-8", std::string(http::reset_password_script));
    const auto& web = options_.web;
    if (web.empty() || !statics_.add_app("", web / "apps/shop/dist")) statics_.add_page("/", html, http::plain_front_page());
    if (!web.empty()) statics_.add_app("/console", web / "apps/console/dist");
    meadow.router().otherwise([this](const http::Request& request) { return answer(request); });
}

std::optional<http::Response> Front::answer(const http::Request& request) const
{
    if (request.path == "/healthz") return plain("text/plain; charset=utf-8", "alive\n");
    if (request.path == "/metrics") {
        const auto& readers = options_.metrics_readers;
        const bool may = std::any_of(readers.begin(), readers.end(), [&](const std::string& r) { return r == "*" || r == request.remote; });
        if (!may) return std::nullopt;
        return plain("text/plain; version=0.0.4; charset=utf-8", metrics_of(meadow_, server_));
    }
    return statics_.find(request);
}

std::filesystem::path find_web()
{
    std::error_code error;
    auto place = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    for (int level = 0; level < 6 && !place.empty() && place != place.root_path(); ++level, place = place.parent_path())
        if (std::filesystem::exists(place / "web/apps/shop/dist/index.html")) return place / "web";
    return {};
}

}  // namespace meadow::app
