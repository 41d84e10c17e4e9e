#include "http/router.hpp"
#include "modules/catalog/hidden/list_hidden.hpp"

namespace meadow::catalog {

using http::needs;
using http::Scope;

void hidden_routes(http::On on)
{
    on.get("/v1/hidden/products", needs(Scope::moderator), list_hidden_products).slow().says("Products that a verdict hides, found by words");
    on.get("/v1/hidden/reviews", needs(Scope::moderator), list_hidden_reviews).slow().says("Reviews that a verdict hides, found by words");
}

}  // namespace meadow::catalog
