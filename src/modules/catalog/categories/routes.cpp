#include "http/router.hpp"
#include "modules/catalog/categories/list_categories.hpp"

namespace meadow::catalog {

using http::needs;
using http::Scope;

void category_routes(http::On on)
{
    on.get("/v1/categories", needs(Scope::anyone), list_categories)
        .cache("public, max-age=3600")
        .says("What can be sold, in two levels");
}

}  // namespace meadow::catalog
