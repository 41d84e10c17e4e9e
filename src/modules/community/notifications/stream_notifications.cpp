#include "modules/community/notifications/stream_notifications.hpp"

#include "modules/community/notifications/hub.hpp"
#include "modules/community/refusals.hpp"

namespace meadow::community {

Result<http::Content> stream_notifications(ReadCtx& ctx, const Nothing&)
{
    NotificationHub& hub = ctx.outside<NotificationHub>();
    const UserId me = ctx.who.user;
    if (!hub.has_room(me)) return refuse(too_many_streams, "Close one elsewhere");
    http::Content content;
    content.content_type = "text/event-stream";
    content.stream = [&hub, me](std::shared_ptr<http::EventStream> stream) {
        stream->send("open", "{}");
        hub.join(me, std::move(stream));
    };
    return content;
}

}  // namespace meadow::community
