#include "http/router.hpp"
#include "modules/discovery/interests/change_interest.hpp"
#include "modules/discovery/interests/list_interests.hpp"
#include "modules/discovery/refusals.hpp"
#include "modules/discovery/wishes/hide.hpp"
#include "modules/discovery/wishes/list_hidden.hpp"

namespace meadow::discovery {

using http::Limit;
using http::needs;
using http::Scope;

void wish_routes(http::On on)
{
    on.get("/v1/me/hidden", needs(Scope::user), list_hidden).says("The notes, authors and topics I hid");
    on.put("/v1/me/hidden/notes/{note}", needs(Scope::user), hide_note).limited(Limit::write).says("Do not show me this note again");
    on.del("/v1/me/hidden/notes/{note}", needs(Scope::user), show_note_again).says("The note may be shown again");
    on.put("/v1/me/hidden/authors/{user}", needs(Scope::user), hide_author)
        .limited(Limit::write).may_refuse(wishes_too_many).says("Suggest nothing by this author to me");
    on.del("/v1/me/hidden/authors/{user}", needs(Scope::user), show_author_again).says("The author may be suggested again");
    on.put("/v1/me/hidden/topics/{topic}", needs(Scope::user), hide_topic)
        .limited(Limit::write).may_refuse(wishes_too_many).says("Suggest nothing of this topic to me");
    on.del("/v1/me/hidden/topics/{topic}", needs(Scope::user), show_topic_again).says("The topic may be suggested again");

    on.get("/v1/me/interests", needs(Scope::user), list_interests).says("What the feed believes I like to read about, all of it");
    on.del("/v1/me/interests", needs(Scope::user), forget_interests).says("Forget all interests, and what I opened lately");
    on.del("/v1/me/interests/{topic}", needs(Scope::user), forget_interest).says("Forget one interest, named or learned");
    on.put("/v1/me/interests/{topic}/pause", needs(Scope::user), pause_interest)
        .limited(Limit::write).may_refuse(wishes_too_many).says("Do not use this interest for now");
    on.del("/v1/me/interests/{topic}/pause", needs(Scope::user), resume_interest).says("Use this interest again");
}

}  // namespace meadow::discovery
