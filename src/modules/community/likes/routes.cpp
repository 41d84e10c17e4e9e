#include "http/router.hpp"
#include "modules/community/likes/like_note.hpp"
#include "modules/community/likes/list_liked_notes.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

using http::Limit;
using http::needs;
using http::Scope;

void like_routes(http::On on)
{
    on.put("/v1/notes/{note}/like", needs(Scope::user), like_note).lane_by("note").limited(Limit::write).may_refuse(not_found).says("Like a note");
    on.del("/v1/notes/{note}/like", needs(Scope::user), unlike_note).lane_by("note").limited(Limit::write).says("Take my like back");
    on.get("/v1/me/likes", needs(Scope::user), list_liked_notes).says("The notes I like");
}

}  // namespace meadow::community
