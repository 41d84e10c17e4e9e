#include "http/router.hpp"
#include "modules/community/follows/follow_person.hpp"
#include "modules/community/follows/list_follows.hpp"
#include "modules/community/follows/unfollow_person.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

using http::Limit;
using http::needs;
using http::Scope;

void follow_routes(http::On on)
{
    on.put("/v1/users/{user}/follow", needs(Scope::user), follow_person)
        .limited(Limit::write).may_refuse(not_found, follows_self, follows_too_many).says("Follow a person");
    on.del("/v1/users/{user}/follow", needs(Scope::user), unfollow_person).limited(Limit::write).says("Stop following a person");
    on.get("/v1/users/{user}/following", needs(Scope::anyone), list_following).says("Whom a person follows, newest first");
    on.get("/v1/users/{user}/followers", needs(Scope::anyone), list_followers).says("Who follows a person, newest first");
}

}  // namespace meadow::community
