#include "http/router.hpp"
#include "modules/discovery/search/clicks/choose_found.hpp"
#include "modules/discovery/search/search_notes.hpp"
#include "modules/discovery/search/search_products.hpp"
#include "modules/discovery/search/search_shops.hpp"
#include "modules/discovery/search/search_topics.hpp"
#include "modules/discovery/search/search_users.hpp"
#include "modules/discovery/search/suggest_queries.hpp"
#include "modules/discovery/search/synonyms/list_synonyms.hpp"
#include "modules/discovery/search/synonyms/put_synonym.hpp"

namespace meadow::discovery {

using http::Limit;
using http::needs;
using http::Scope;

void search_routes(http::On on)
{
    on.get("/v1/search/notes", needs(Scope::anyone), search_notes).limited(Limit::search).says("Search in notes");
    on.get("/v1/search/products", needs(Scope::anyone), search_products).limited(Limit::search).says("Search in products on sale, or browse them, with filters, facets and orders");
    on.get("/v1/search/users", needs(Scope::anyone), search_users).limited(Limit::search).says("Search for people");
    on.get("/v1/search/shops", needs(Scope::anyone), search_shops).limited(Limit::search).says("Search for open shops");
    on.get("/v1/search/topics", needs(Scope::anyone), search_topics).limited(Limit::search).says("Search for topics that notes stand in");
    on.get("/v1/search/suggest", needs(Scope::anyone), suggest_queries).says("What somebody may be about to type");
    on.get("/v1/search/hot", needs(Scope::anyone), hot_queries).says("What more people search for than usual");
    on.post("/v1/search/choices", needs(Scope::user), choose_found).in_events().says("I opened a product I had searched for; teaches search, keeps no names");
    on.get("/v1/operator/synonyms", needs(Scope::operator_), list_synonyms).says("What search holds to be the same: said by operators, learned from titles and choices");
    on.put("/v1/operator/synonyms", needs(Scope::operator_), put_synonym).says("Say that two words are the same to search, or that they are not");
}

}  // namespace meadow::discovery
