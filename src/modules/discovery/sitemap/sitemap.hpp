#pragma once
#include "http/call.hpp"
#include "jobs/context.hpp"

namespace meadow::discovery {

enum class SitemapKind : std::uint8_t { notes, products, shops, users };
BOOST_DESCRIBE_ENUM(SitemapKind, notes, products, shops, users)

struct ShowSitemap {
    SitemapKind kind{};
    Whole<0, INT64_MAX> after;    // the number of the id it begins behind
};
BOOST_DESCRIBE_STRUCT(ShowSitemap, (), (kind, after))

// Where search engines find every public page (https://www.sitemaps.org/protocol.html): the index, and one part of it.
Result<http::Content> list_sitemaps(ReadCtx&, const Nothing&);
Result<http::Content> show_sitemap(ReadCtx&, const ShowSitemap&);
// What robots may visit: the pages, not the API.
Result<http::Content> show_robots(ReadCtx&, const Nothing&);

}  // namespace meadow::discovery
