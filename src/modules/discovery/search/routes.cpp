#include "http/router.hpp"
#include "modules/discovery/search/search_notes.hpp"
#include "modules/discovery/search/search_products.hpp"
#include "modules/discovery/search/search_users.hpp"
#include "modules/discovery/search/suggest_queries.hpp"

namespace meadow::discovery {

using http::Limit;
using http::needs;
using http::Scope;

void search_routes(http::On on)
{
    on.get("/v1/search/notes", needs(Scope::anyone), search_notes).limited(Limit::search).says("Search in notes");
    on.get("/v1/search/products", needs(Scope::anyone), search_products).limited(Limit::search).says("Search in products on sale");
    on.get("/v1/search/users", needs(Scope::anyone), search_users).limited(Limit::search).says("Search for people");
    on.get("/v1/search/suggest", needs(Scope::anyone), suggest_queries).says("What somebody may be about to type");
    on.get("/v1/search/hot", needs(Scope::anyone), hot_queries).says("What most people search for");
}

}  // namespace meadow::discovery
