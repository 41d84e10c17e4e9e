#include "http/router.hpp"
#include "modules/community/people/show_counts.hpp"
#include "modules/community/people/show_engagement.hpp"
#include "modules/community/people/unfurl_person.hpp"

namespace meadow::community {

using http::needs;
using http::Scope;

void people_routes(http::On on)
{
    on.get("/v1/users/{user}/counts", needs(Scope::anyone), show_counts)
        .may_refuse(not_found).says("The numbers on a person's page, and how we stand to each other");
    on.get("/v1/users/{user}/engagement", needs(Scope::anyone), show_engagement)
        .slow().may_refuse(not_found).says("What an official account's notes came to, ever and in the last 30 days");
    on.get("/users/{user}", needs(Scope::anyone), unfurl_person)
        .internal().sessionless().cache("no-cache").says("The app's page at a person, with the head that links unfurl by");
}

}  // namespace meadow::community
