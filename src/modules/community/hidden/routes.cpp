#include "http/router.hpp"
#include "modules/community/hidden/list_hidden.hpp"

namespace meadow::community {

using http::needs;
using http::Scope;

void hidden_routes(http::On on)
{
    on.get("/v1/hidden/notes", needs(Scope::moderator), list_hidden_notes).slow().says("Notes that a verdict hides, found by words");
    on.get("/v1/hidden/comments", needs(Scope::moderator), list_hidden_comments).slow().says("Comments that a verdict hides, found by words");
}

}  // namespace meadow::community
