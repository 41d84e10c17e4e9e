// The shop app's page with what machines read in it: the head that links unfurl by (title, description, Open Graph, canonical
// address, linked data, Atom feed) and, for readers without JavaScript, what the page says. The app itself is the same everywhere.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/json_ld.hpp"
#include "http/message.hpp"
#include "jobs/outgoing.hpp"

namespace meadow::http {

// A picture that the page will show at once: asked for together with the app's code instead of after it.
struct Ahead {
    std::string srcset;             // of its WebP ladder, as the app writes it
    std::string sizes;              // how wide it is shown; the same as the app's, or it is loaded twice
};
Ahead ahead(std::string_view key, const std::vector<std::int64_t>& widths, std::string_view sizes);

struct Unfurled {
    std::string path;               // the page's own, "/notes/nte_…"
    std::string type = "website";   // Open Graph: "article", "product", "profile"
    std::string title;
    std::string description;        // one line, at most 160 code points
    std::string picture;            // path of its picture; empty: none
    std::string feed;               // path of its Atom feed; empty: none
    std::vector<JsonLd> data;
    std::string body;               // HTML, escaped by whoever wrote it
    std::vector<std::string> asks;  // what the app asks the API first for this page: paths below /v1
    std::vector<Ahead> pictures;    // the most important first
};

// An adapter; floor 3 puts it in with the app's index.html.
class AppShell {
public:
    // An empty `index` gives a page without an app. `public_origin` is how the world reaches this server, "https://meadow.example";
    // empty: as its own machine does.
    AppShell(std::string_view index, std::string public_origin, std::shared_ptr<const jobs::OwnAddress> own);

    Response page(const Unfurled&) const;
    // 404 for machines; the app says it in its own words. Nothing to be indexed.
    Response missing() const;
    std::string origin() const;
    // Whether there is an app at all.
    bool has_app() const { return has_app_; }
    std::string address(std::string_view path) const { return origin() + std::string(path); }

private:
    Response around(int status, const std::string& head, const std::string& body) const;

    bool has_app_;
    std::string before_head_, before_body_, rest_;
    const std::string public_origin_;
    const std::shared_ptr<const jobs::OwnAddress> own_;
};

// An average of stars, one to five, from how many there are and their sum.
JsonLd rating_data(std::int64_t count, std::int64_t sum);
// "12.00", as linked data and Open Graph write a price.
std::string price_text(std::int64_t minor);

}  // namespace meadow::http
