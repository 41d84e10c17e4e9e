#include "http/unfurl.hpp"

#include <stdexcept>

#include "http/html.hpp"
#include "http/statics.hpp"

namespace meadow::http {
namespace {

constexpr std::string_view bare =
    "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    "<title></title><link rel=\"stylesheet\" href=\"/docs/style.css\"></head><body><div id=\"app\"></div></body></html>";

// Takes `from … to` out of the text, both ends included.
void take_out(std::string& text, std::string_view from, std::string_view to)
{
    const auto start = text.find(from);
    if (start == std::string::npos) return;
    const auto end = text.find(to, start);
    if (end != std::string::npos) text.erase(start, end + to.size() - start);
}

std::string meta(std::string_view kind, std::string_view name, std::string_view content)
{
    return "<meta " + std::string(kind) + "=\"" + std::string(name) + "\" content=\"" + escaped(content) + "\">";
}

// The app would ask for all of this when its code has come and run: two journeys to the server later.
std::string hints(const Unfurled& page)
{
    std::string out;
    for (const std::string& path : page.asks) out += "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/v1" + escaped(path) + "\">";
    for (const Ahead& picture : page.pictures)
        out += "<link rel=\"preload\" as=\"image\" type=\"image/webp\" fetchpriority=\"high\" imagesrcset=\"" + escaped(picture.srcset) +
               "\" imagesizes=\"" + escaped(picture.sizes) + "\">";
    return out;
}

}  // namespace

Ahead ahead(std::string_view key, const std::vector<std::int64_t>& widths, std::string_view sizes)
{
    Ahead out{{}, std::string(sizes)};
    for (const std::int64_t width : widths) {
        const std::string number = std::to_string(width);
        out.srcset.append(out.srcset.empty() ? "" : ", ").append("/media/").append(key).append("/").append(number).append(".webp ").append(number).append("w");
    }
    return out;
}

AppShell::AppShell(std::string_view index, std::string public_origin, std::shared_ptr<const jobs::OwnAddress> own)
    : has_app_(!index.empty()), public_origin_(std::move(public_origin)), own_(std::move(own))
{
    std::string text(index.empty() ? bare : index);
    take_out(text, "<title>", "</title>");
    take_out(text, "<meta name=\"description\"", ">");
    const auto head = text.find("</head>");
    const auto app = text.find("<div id=\"app\">");
    if (head == std::string::npos || app == std::string::npos) throw std::runtime_error("the app's index.html has no head or no #app");
    before_head_ = text.substr(0, head);
    before_body_ = text.substr(head, app - head);
    rest_ = text.substr(app);
}

std::string AppShell::origin() const { return public_origin_.empty() ? own_->origin() : public_origin_; }

Response AppShell::around(int status, const std::string& head, const std::string& body) const
{
    Response out;
    out.status = status;
    out.content_type = html_type;
    out.body.append(before_head_).append(head).append(before_body_);
    if (!body.empty()) out.body.append("<noscript>").append(body).append("</noscript>");
    out.body.append(rest_);
    out.headers = page_headers();
    return out;
}

Response AppShell::page(const Unfurled& page) const
{
    const std::string here = address(page.path);
    std::string head = "<title>" + escaped(page.title) + " · Meadow</title>" + meta("name", "description", page.description) +
                       "<link rel=\"canonical\" href=\"" + escaped(here) + "\">" + meta("property", "og:site_name", "Meadow") +
                       meta("property", "og:type", page.type) + meta("property", "og:title", page.title) +
                       meta("property", "og:description", page.description) + meta("property", "og:url", here);
    if (!page.picture.empty()) head += meta("property", "og:image", address(page.picture));
    head += meta("name", "twitter:card", page.picture.empty() ? "summary" : "summary_large_image");
    if (!page.feed.empty())
        head += "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"" + escaped(address(page.feed)) + "\" title=\"" +
                escaped(page.title) + "\">";
    if (has_app_) head += hints(page);
    for (const JsonLd& data : page.data) head += data.script();
    return around(200, head, page.body);
}

Response AppShell::missing() const { return around(404, "<title>Meadow 种草</title>" + meta("name", "robots", "noindex"), ""); }

JsonLd rating_data(std::int64_t count, std::int64_t sum)
{
    const std::int64_t hundredths = sum * 100 / count;
    return JsonLd("AggregateRating").set("ratingValue", price_text(hundredths)).set("ratingCount", count).set("bestRating", 5).set("worstRating", 1);
}

std::string price_text(std::int64_t minor)
{
    const std::string cents = std::to_string(100 + minor % 100).substr(1);
    return std::to_string(minor / 100) + "." + cents;
}

}  // namespace meadow::http
