#include "http/router.hpp"
#include "modules/governance/hidden/list_hidden.hpp"

namespace meadow::governance {

using http::needs;
using http::Scope;

void hidden_routes(http::On on)
{
    on.get("/v1/hidden", needs(Scope::moderator), list_hidden).slow().says("Notes, comments, products or reviews that a verdict hides, found by words");
}

}  // namespace meadow::governance
