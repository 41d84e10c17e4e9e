#include "http/router.hpp"
#include "modules/discovery/sitemap/sitemap.hpp"

namespace meadow::discovery {

using http::Limit;
using http::needs;
using http::Scope;

void sitemap_routes(http::On on)
{
    on.get("/sitemap.xml", needs(Scope::anyone), list_sitemaps)
        .internal().sessionless().slow().limited(Limit::search).cache("public, max-age=3600").says("Where the parts of the sitemap are");
    on.get("/sitemaps/{kind}/{after}", needs(Scope::anyone), show_sitemap)
        .internal().sessionless().slow().limited(Limit::search).cache("public, max-age=3600").says("A part of the sitemap");
    on.get("/robots.txt", needs(Scope::anyone), show_robots)
        .internal().sessionless().cache("public, max-age=3600").says("What robots may visit");
}

}  // namespace meadow::discovery
