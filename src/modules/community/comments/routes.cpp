#include "http/router.hpp"
#include "modules/community/comments/delete_comment.hpp"
#include "modules/community/comments/like_comment.hpp"
#include "modules/community/comments/list_comments.hpp"
#include "modules/community/comments/write_comment.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

using http::Limit;
using http::needs;
using http::Scope;

void comment_routes(http::On on)
{
    on.post("/v1/notes/{note}/comments", needs(Scope::user), write_comment)
        .lane_by("note").created().limited(Limit::write).may_refuse(not_found).says("Comment on a note, or reply to a comment on it");
    on.get("/v1/notes/{note}/comments", needs(Scope::anyone), list_comments).may_refuse(not_found).says("The comments on a note");
    on.get("/v1/comments/{comment}/replies", needs(Scope::anyone), list_replies).may_refuse(not_found).says("The replies to a comment");
    on.del("/v1/comments/{comment}", needs(Scope::user), delete_comment)
        .lane_by("comment").limited(Limit::write).may_refuse(not_found, not_allowed, note_changed).says("Delete my comment, or one under my note");
    on.put("/v1/comments/{comment}/like", needs(Scope::user), like_comment).lane_by("comment").limited(Limit::write).may_refuse(not_found).says("Like a comment");
    on.del("/v1/comments/{comment}/like", needs(Scope::user), unlike_comment).lane_by("comment").limited(Limit::write).says("Take my like of a comment back");
}

}  // namespace meadow::community
