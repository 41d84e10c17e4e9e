#include "http/router.hpp"
#include "modules/community/views/record_views.hpp"

namespace meadow::community {

using http::needs;
using http::Scope;

void view_routes(http::On on)
{
    on.post("/v1/views", needs(Scope::anyone), find_seen_notes, record_views)
        .in_events().says("Tell which notes were opened, up to a hundred at once; telling the same event again counts once");
}

}  // namespace meadow::community
