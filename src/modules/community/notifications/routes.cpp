#include "http/router.hpp"
#include "modules/community/notifications/list_notifications.hpp"
#include "modules/community/notifications/stream_notifications.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

using http::Limit;
using http::needs;
using http::Scope;

void notification_routes(http::On on)
{
    on.get("/v1/notifications", needs(Scope::user), list_notifications).says("What I was told, newest first");
    on.get("/v1/notifications/unread", needs(Scope::user), count_unread).says("How much of it I have not read");
    on.post("/v1/notifications/read", needs(Scope::user), mark_read).limited(Limit::write).says("Mark my notifications as read");
    on.get("/v1/notifications/stream", needs(Scope::user), stream_notifications)
        .may_refuse(too_many_streams).says("Server-sent events: `notified` as soon as there is something new");
}

}  // namespace meadow::community
